package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://my_redis:6379",
                "redis://my_redis",
                "rediss://user:p%40ss_w@my_redis.example:6380/3?timeout=2s",
                "redis://:a:b@redis-1:1",
                "redis://[::1]:6379/0",
                "redis://127.0.0.1"
            })
    void isReachedByAnAddress(String address) {
        assertThat(RedisState.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "my_redis:6379",
                "http://localhost",
                "redis-socket:///run/redis",
                "redis://",
                "redis://:6379",
                "redis://user:password",
                "redis://user:12#3@localhost",
                "redis://user:12/3@localhost",
                "redis://user:12?3@localhost",
                "redis://:%zz@localhost",
                "redis://my_redis:0",
                "redis://my_redis:65536",
                "redis://localhost/first",
                "redis://a,b:6379"
            })
    void isNotReachedByWhatIsNone(String text) {
        assertThat(RedisState.isAddress(text)).isFalse();
    }

    @Test
    void aHostWithAnUnderscoreHasItsPort() {
        RedisURI uri = RedisState.uri("redis://user:password@my_redis.example:6390/2");

        assertThat(uri.getHost()).isEqualTo("my_redis.example");
        assertThat(uri.getPort()).isEqualTo(6390);
        assertThat(uri.getDatabase()).isEqualTo(2);
    }
}
