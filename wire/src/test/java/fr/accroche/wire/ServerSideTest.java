package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import org.junit.jupiter.api.Test;

class ServerSideTest {

    /** On a kept connection it could be taken for a part of the next answer. */
    @Test
    void closesTheConnectionOnWhatIsNoneOfItsExchange() {
        RelayTap tap = new RelayTap();
        ClientExchange exchange = new ClientExchange(1024);
        EmbeddedChannel channel = new EmbeddedChannel(tap, exchange);
        ServerSide side = new ServerSide(
                new ClientConnection(channel, tap, exchange), channel.eventLoop(), new Over(), (each, failure) -> {});
        side.open();
        DefaultHttpContent surplus = new DefaultHttpContent(Unpooled.buffer().writeByte('x'));

        channel.writeInbound(surplus);

        assertThat(channel.isOpen()).isFalse();
        assertThat(surplus.refCnt()).isZero();
    }

    /** The flow of an exchange that is over. */
    private static final class Over implements RelayTap.Flow {

        @Override
        public boolean part(Object part) {
            return false;
        }

        @Override
        public void readOver() {}

        @Override
        public void roomChanged() {}

        @Override
        public void closeNotified() {}

        @Override
        public void inputEnded() {}

        @Override
        public boolean broken(Throwable failure) {
            return true;
        }

        @Override
        public void closed() {}
    }
}
