/**
 * The téléservices behind the API PSC, as far as the chain's security goes. A call meets, in this order and all of them
 * whatever comes first:
 *
 * <pre>
 *   CertificateGuard   TLS       MTL-01 ENV-01
 *   TokenGuard         token     TOK-03 TOK-04     asks the authorization server
 *   AssertionGuard     SAML      LPS-01 LPS-04 LPS-05
 *   LpsGuard           SAML, business   LPS-02 LPS-03 IDN-06     compares with the LpsRegister
 *   stub.Stubs         the user's answers
 *   BuiltInAnswers     ours
 * </pre>
 */
package fr.accroche.teleservice;
