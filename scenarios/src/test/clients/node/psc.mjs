import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { Agent, fetch } from 'undici';

const { CLIENT_ID, PSC, DMP, TRUST, CERTIFICATE, KEY } = process.env;

const connect = { ca: readFileSync(TRUST), cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) };
const dispatcher = new Agent({ connect });
const mtls = { [oidc.customFetch]: (url, options) => fetch(url, { ...options, dispatcher }) };

const discover = (issuer, algorithm, clientId, registered = {}) => {
  const metadata = { use_mtls_endpoint_aliases: true, ...registered };
  return oidc.discovery(new URL(issuer), clientId, metadata, oidc.TlsClientAuth(), { ...mtls, algorithm });
};

/** Pro Santé Connect, as the client of another client_id if one is given, and with what that client registered. */
export async function proSanteConnect(as = CLIENT_ID, registered = {}) {
  const psc = await discover(PSC, 'oidc', as, registered);
  oidc.enableNonRepudiationChecks(psc);
  return psc;
}

/** The authorization server of an API PSC: plain OAuth, whose metadata are those of RFC 8414. */
export const dmp = () => discover(DMP, 'oauth2', CLIENT_ID);

/** What the library says of a call that must fail, and the reason that the server gives beside it. */
export async function refusal(call) {
  try {
    await call();
    return { error: 'none: it was served' };
  } catch (failure) {
    const reason = failure.response?.headers.get('x-accroche-diagnosis') ?? 'none';
    return { error: failure.error ?? failure.code ?? String(failure), status: failure.status ?? 0, reason };
  }
}
