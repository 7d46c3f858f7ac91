package client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.TokenExchangeOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.TokenExchangeGrantRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.web.SecurityFilterChain;

/** Every page wants a login at PSC, and a logout ends the session of PSC too. */
@Configuration
class Security {

    @Bean
    SecurityFilterChain filters(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
        OidcClientInitiatedLogoutSuccessHandler logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setPostLogoutRedirectUri("{baseUrl}/logged-out");
        return http.authorizeHttpRequests(pages -> pages.requestMatchers("/logged-out")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(requests(clients)))
                        .failureHandler(Security::tell))
                .logout(page -> page.logoutSuccessHandler(logout))
                .oauth2Client(Customizer.withDefaults())
                .build();
    }

    /** The error of PSC; Spring's own page says "Invalid credentials" whatever it is. */
    private static void tell(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("text/plain");
        response.getWriter().println(failure.getMessage());
    }

    /** PKCE (RFC 7636), and the level that PSC wants to be asked for. */
    private static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository clients) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> more.put("acr_values", "eidas1"))));
        return resolver;
    }

    /** Refreshes the token of PSC when it is about to expire, and exchanges it for one of the API. */
    @Bean
    OAuth2AuthorizedClientManager authorizedClients(
            ClientRegistrationRepository clients,
            OAuth2AuthorizedClientRepository kept,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refresh,
            OAuth2AccessTokenResponseClient<TokenExchangeGrantRequest> exchange) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(clients, kept);
        TokenExchangeOAuth2AuthorizedClientProvider exchanging = new TokenExchangeOAuth2AuthorizedClientProvider();
        exchanging.setAccessTokenResponseClient(exchange);
        exchanging.setSubjectTokenResolver(context -> pscToken(manager, context));
        OAuth2AuthorizedClientProvider provider = OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken(refreshing -> refreshing.accessTokenResponseClient(refresh))
                .provider(exchanging)
                .build();
        manager.setAuthorizedClientProvider(provider);
        return manager;
    }

    private static OAuth2Token pscToken(OAuth2AuthorizedClientManager manager, OAuth2AuthorizationContext context) {
        OAuth2AuthorizedClient psc = manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId("psc")
                .principal(context.getPrincipal())
                .build());
        return psc == null ? null : psc.getAccessToken();
    }
}
