package client;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the library got. */
@RestController
class Pages {

    @GetMapping("/me")
    Map<String, Object> me(@AuthenticationPrincipal OidcUser user) {
        return Map.of(
                "idToken",
                user.getIdToken().getClaims(),
                "userInfo",
                user.getUserInfo().getClaims());
    }

    @GetMapping("/dmp")
    Map<String, Object> dmp(@RegisteredOAuth2AuthorizedClient("dmp") OAuth2AuthorizedClient dmp) {
        return Map.of(
                "type", dmp.getAccessToken().getTokenType().getValue(),
                "scopes", dmp.getAccessToken().getScopes(),
                "expiresAt", dmp.getAccessToken().getExpiresAt().toString());
    }

    @GetMapping("/logged-out")
    Map<String, Object> loggedOut() {
        return Map.of("loggedOut", true);
    }

    @ExceptionHandler
    Map<String, Object> refused(OAuth2AuthorizationException refusal) {
        return Map.of("error", refusal.getError().getErrorCode());
    }
}
