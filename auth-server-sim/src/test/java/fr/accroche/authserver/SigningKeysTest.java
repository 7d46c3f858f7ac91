package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final JsonObject CLAIMS = JsonObject.EMPTY.with("sid", "s");

    private final SigningKeys keys = new SigningKeys(Identities.SIGNING, Identities::rsa);

    @Test
    void aRotationSignsWithANewKeyAndStillPublishesTheOldOne() {
        String before = keys.sign(CLAIMS);
        String old = keys.ids().get(0);

        keys.rotate();

        assertThat(keys.ids()).hasSize(2).endsWith(old).doesNotHaveDuplicates();
        assertThat(published()).isEqualTo(keys.ids());
        assertThat(keys.claims(before)).contains(CLAIMS);
        assertThat(keys.claims(keys.sign(CLAIMS))).contains(CLAIMS);
        assertThat(new SigningKey(Identities.SIGNING).claims(keys.sign(CLAIMS))).isEmpty();
    }

    @Test
    void publishesThreeAtMost() {
        String first = keys.sign(CLAIMS);

        IntStream.range(0, 3).forEach(round -> keys.rotate());

        assertThat(published()).hasSize(3).isEqualTo(keys.ids());
        assertThat(keys.claims(first)).isEmpty();
    }

    @Test
    void whatAForgottenKeySignedIsVerifiedNoMore() {
        String before = keys.sign(CLAIMS);
        keys.rotate();
        String after = keys.sign(CLAIMS);

        keys.forgetOld();

        assertThat(published()).hasSize(1);
        assertThat(keys.claims(before)).isEmpty();
        assertThat(keys.claims(after)).contains(CLAIMS);
    }

    private List<String> published() {
        return keys.keySet().array("keys").orElseThrow().items().stream()
                .map(Json::compact)
                .map(key -> key.replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
