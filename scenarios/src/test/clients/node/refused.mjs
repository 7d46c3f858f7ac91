import * as oidc from 'openid-client';
import { dmp, proSanteConnect, refusal } from './psc.mjs';

const ask = {
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  login_hint: process.env.LOGIN_HINT,
  binding_message: '42',
};
const psc = await proSanteConnect();
const other = await proSanteConnect(process.env.OTHER_CLIENT_ID);
const api = await dmp();

console.log(
  JSON.stringify({
    otherClient: await refusal(() => oidc.initiateBackchannelAuthentication(other, ask)),
    words: await refusal(() => oidc.initiateBackchannelAuthentication(psc, { ...ask, binding_message: 'bonjour' })),
    madeUpToken: await refusal(() =>
      oidc.genericGrantRequest(api, 'urn:ietf:params:oauth:grant-type:token-exchange', {
        subject_token: 'made-up',
        subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      }),
    ),
  }),
);
