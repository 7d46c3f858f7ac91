import * as oidc from 'openid-client';
import { dmp, proSanteConnect, refusal } from './psc.mjs';

const psc = await proSanteConnect();
const seen = {};

// Log in.
const request = await oidc.initiateBackchannelAuthentication(psc, {
  scope: 'openid scope_all',
  acr_values: 'eidas1',
  login_hint: process.env.LOGIN_HINT,
  binding_message: '42',
  channel: 'MOBILE',
});
const tokens = await oidc.pollBackchannelAuthenticationGrant(psc, request);
seen.idToken = tokens.claims();
seen.userInfo = await oidc.fetchUserInfo(psc, tokens.access_token, tokens.claims().sub);
seen.introspected = await oidc.tokenIntrospection(psc, tokens.access_token);

// Exchange the token of PSC for one of the API.
const api = await dmp();
const exchanged = await oidc.genericGrantRequest(api, 'urn:ietf:params:oauth:grant-type:token-exchange', {
  subject_token: tokens.access_token,
  subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
});
seen.exchanged = { type: exchanged.issued_token_type, expiresIn: exchanged.expires_in };
const renewed = await oidc.refreshTokenGrant(api, exchanged.refresh_token);
await oidc.tokenRevocation(api, renewed.refresh_token);
seen.afterApiRevocation = await refusal(() => oidc.refreshTokenGrant(api, renewed.refresh_token));

// Refresh, which replaces the refresh token.
const refreshed = await oidc.refreshTokenGrant(psc, tokens.refresh_token);
seen.refreshed = { idToken: refreshed.claims(), rotated: refreshed.refresh_token !== tokens.refresh_token };

// Revoke: an access token goes alone.
await oidc.tokenRevocation(psc, refreshed.access_token);
seen.introspectedAfterRevocation = await oidc.tokenIntrospection(psc, refreshed.access_token);

// Log out.
const end = oidc.buildEndSessionUrl(psc, { id_token_hint: refreshed.id_token });
seen.loggedOut = (await psc[oidc.customFetch](end.href, {})).status;
seen.afterLogout = await refusal(() => oidc.refreshTokenGrant(psc, refreshed.refresh_token));
seen.introspectedAfterLogout = await oidc.tokenIntrospection(psc, refreshed.refresh_token);

console.log(JSON.stringify(seen));
