package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static ClientAddress trusting(String networks) {
        return new ClientAddress(new SmallRyeConfigBuilder().withMapping(ClientsConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("parley.clients.trusted-proxies", networks), "test", 1)).build()
                .getConfigMapping(ClientsConfig.class));
    }

    /** Headers are separated by `|`. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"10.1.2.3, 198.51.100.1:4711, 198.51.100.1", "10.1.2.3, ::ffff:198.51.100.1, 198.51.100.1",
            "::ffff:10.1.2.3, 198.51.100.1, 198.51.100.1", "::ffff:198.51.100.1, -, 198.51.100.1",
            "10.1.2.3, [2001:db8::1]:443, 2001:db8:0:0:0:0:0:0", "203.0.113.9, -, 203.0.113.9", "203.0.113.9, 198.51.100.1, 203.0.113.9",
            "10.1.2.3, -, 10.1.2.3", "10.1.2.3, 198.51.100.1, 198.51.100.1", "10.1.2.3, '6.6.6.6, 198.51.100.1', 198.51.100.1",
            "10.1.2.3, '6.6.6.6, 198.51.100.1, 10.9.9.9', 198.51.100.1", "10.1.2.3, '6.6.6.6|198.51.100.1', 198.51.100.1",
            "10.1.2.3, 'unknown, 10.4.4.4', 10.4.4.4", "10.1.2.3, nonsense, 10.1.2.3", "10.1.2.3, '', 10.1.2.3",
            "10.1.2.3, '10.5.5.5, 10.4.4.4', 10.5.5.5", "fd00::1, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
            "2001:db8:7:7::1, -, 2001:db8:7:7:0:0:0:0", "2001:db8:7:7:ffff::2, 198.51.100.1, 2001:db8:7:7:0:0:0:0",
            "-, 198.51.100.1, unknown"})
    void clientIsTheLastUntrustedAddress(String peer, String forwarded, String client) {
        List<String> lines = forwarded == null ? List.of() : Arrays.asList(forwarded.split("\\|"));
        assertEquals(client, trusting("10.0.0.0/8,fd00::/8").of(peer, lines));
    }

    @Test
    void withoutTrustedProxiesThePeerIsTheClient() {
        assertEquals("10.1.2.3", trusting("").of("10.1.2.3", List.of("198.51.100.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "proxy", "10.0.0.0/x", "/8", "10.0.0.0/99"})
    void invalidNetworkIsRejected(String network) {
        assertThrows(IllegalArgumentException.class, () -> trusting(network));
    }
}
