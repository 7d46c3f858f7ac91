import { createPrivateKey, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as oidc from 'openid-client';
import { proSanteConnect } from './psc.mjs';

const psc = await proSanteConnect(process.env.CLIENT_ID, {
  id_token_signed_response_alg: 'ES256',
  userinfo_signed_response_alg: 'ES256',
});
const pkcs8 = createPrivateKey(readFileSync(process.env.DECRYPTION_KEY)).export({ type: 'pkcs8', format: 'der' });
const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' };
const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, rsa, false, ['decrypt']);
oidc.enableDecryptingResponses(psc, ['A256GCM'], { kid: 'enc', key });

const request = await oidc.initiateBackchannelAuthentication(psc, {
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  login_hint: process.env.LOGIN_HINT,
  binding_message: '42',
});
const tokens = await oidc.pollBackchannelAuthenticationGrant(psc, request);
const userInfo = await oidc.fetchUserInfo(psc, tokens.access_token, tokens.claims().sub);

console.log(JSON.stringify({ parts: tokens.id_token.split('.').length, idToken: tokens.claims(), userInfo }));
