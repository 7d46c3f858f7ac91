import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import * as oidc from 'openid-client';
import { dmp, proSanteConnect, refusal } from './psc.mjs';

const origin = `http://127.0.0.1:${process.env.PORT}`;
const psc = await proSanteConnect();
const sessions = new Map();

/** Sends the browser to Pro Santé Connect, with PKCE, a state and a nonce. */
async function login(session) {
  session.checks = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
    idTokenExpected: true,
  };
  return oidc.buildAuthorizationUrl(psc, {
    redirect_uri: `${origin}/callback`,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: session.checks.expectedState,
    nonce: session.checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(session.checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
}

/** The browser is back: the library checks state, nonce and signature. */
async function callback(session, url) {
  session.tokens = await oidc.authorizationCodeGrant(psc, url, session.checks);
  session.user = session.tokens.claims();
  return new URL('/me', origin);
}

async function me({ tokens, user }) {
  return { idToken: user, userInfo: await oidc.fetchUserInfo(psc, tokens.access_token, user.sub) };
}

async function refresh(session) {
  const before = session.tokens;
  session.tokens = await oidc.refreshTokenGrant(psc, before.refresh_token);
  return { rotated: session.tokens.refresh_token !== before.refresh_token };
}

async function exchange({ tokens }) {
  const api = await oidc.genericGrantRequest(await dmp(), 'urn:ietf:params:oauth:grant-type:token-exchange', {
    subject_token: tokens.access_token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  });
  return { type: api.token_type, expiresIn: api.expires_in };
}

function logout({ tokens }) {
  return oidc.buildEndSessionUrl(psc, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${origin}/logged-out`,
  });
}

const pages = {
  '/login': login,
  '/callback': callback,
  '/me': me,
  '/refresh': refresh,
  '/dmp': exchange,
  '/introspect': ({ tokens }) => oidc.tokenIntrospection(psc, tokens.access_token),
  '/logout': logout,
  '/logged-out': ({ tokens }) => refusal(() => oidc.refreshTokenGrant(psc, tokens.refresh_token)),
};

/** A page is where to go next, or what to show; without a login there is but one place to go. */
async function answer(request, response) {
  const url = new URL(request.url, origin);
  const known = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const id = sessions.has(known) ? known : randomUUID();
  const session = sessions.get(id) ?? {};
  sessions.set(id, session);
  response.setHeader('Set-Cookie', `session=${id}; Path=/; HttpOnly; SameSite=Lax`);
  const open = session.tokens || url.pathname === '/callback';
  const page = await (open ? pages[url.pathname] : login)(session, url);
  if (page instanceof URL) {
    response.writeHead(302, { Location: page.href }).end();
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(page));
  }
}

createServer((request, response) =>
  answer(request, response).catch((failure) => {
    const refused = { error: failure.error ?? failure.code ?? String(failure), status: failure.status ?? 0 };
    response.writeHead(500, { 'Content-Type': 'application/json' }).end(JSON.stringify(refused));
  }),
).listen(process.env.PORT, '127.0.0.1', () => console.log(`listening on ${origin}`));
