import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { Agent, fetch } from 'undici';

const { CLIENT_ID, PSC, DMP, TRUST, CERTIFICATE, KEY } = process.env;

const connect = { ca: readFileSync(TRUST), cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) };
const dispatcher = new Agent({ connect });
const mtls = { [oidc.customFetch]: (url, options) => fetch(url, { ...options, dispatcher }) };

const discover = (issuer, clientId) =>
  oidc.discovery(new URL(issuer), clientId, { use_mtls_endpoint_aliases: true }, oidc.TlsClientAuth(), mtls);

export const clientId = CLIENT_ID;

/** Pro Santé Connect, as the client of another client_id if one is given. */
export async function proSanteConnect(as = CLIENT_ID) {
  const psc = await discover(PSC, as);
  oidc.enableNonRepudiationChecks(psc);
  return psc;
}

/** The authorization server of an API PSC. */
export function dmp() {
  const server = { issuer: DMP, token_endpoint: `${DMP}/protocol/openid-connect/token` };
  const configuration = new oidc.Configuration(server, CLIENT_ID, undefined, oidc.TlsClientAuth());
  configuration[oidc.customFetch] = mtls[oidc.customFetch];
  return configuration;
}

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
