/**
 * What an LPS sends to the téléservices and what they answer: built, signed, read, verified.
 *
 * <p>To write: a {@link fr.accroche.messages.Vihf} through {@link fr.accroche.messages.VihfSigner}, or an
 * {@link fr.accroche.messages.AssertionPs}, gives a {@link fr.accroche.messages.SamlAssertion}, which goes as it is
 * into a {@link fr.accroche.messages.DmpRequest}, {@link fr.accroche.messages.InsiRequest} or {@link
 * fr.accroche.messages.OnRequest}; documents of the DMP are deposited, searched and read by a {@link
 * fr.accroche.messages.DepositRequest}, {@link fr.accroche.messages.SearchRequest} or {@link
 * fr.accroche.messages.RetrieveRequest}, which give a {@link fr.accroche.messages.SoapMessage}. To read: {@link fr.accroche.messages.BusinessRequest#parse} and {@link
 * fr.accroche.messages.SignatureVerifier}. OpenSAML and Santuario stay behind the signer and the verifier: reading
 * loads neither.
 */
package fr.accroche.messages;
