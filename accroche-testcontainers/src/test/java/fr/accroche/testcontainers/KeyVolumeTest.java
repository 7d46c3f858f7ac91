package fr.accroche.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import org.junit.jupiter.api.Test;
import org.testcontainers.shaded.com.github.dockerjava.core.command.CreateContainerCmdImpl;

class KeyVolumeTest {

    private static final Bind OWN = Bind.parse("/srv/mine:/config/mine:ro");

    @Test
    void isBoundBesideWhatTheVendorBinds() {
        HostConfig host = HostConfig.newHostConfig().withBinds(OWN);
        try (AccrocheContainer chain = new AccrocheContainer().withKeysIn("keys");
                CreateContainerCmd command =
                        new CreateContainerCmdImpl(never -> null, null, "accroche").withHostConfig(host)) {
            chain.getCreateContainerCmdModifiers().forEach(each -> each.modify(command));
        }

        assertThat(host.getBinds()).containsExactly(OWN, Bind.parse("keys:/certs"));
    }
}
