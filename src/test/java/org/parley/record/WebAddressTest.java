package org.parley.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web addresses are absolute, http or https, with a host and without user information. */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://example.org/", "HTTPS://Example.org:8443/a?b=c#d", "https://192.0.2.1/a",
            "https://[2001:db8::1]/a", "https://xn--bcher-kva.example/a", "https://example.org/a%20b", "https://example.org/ä",
            "https://example.org/a@b:c"})
    void validAddress(String address) {
        assertTrue(WebAddress.fault(address).isEmpty(), () -> WebAddress.fault(address).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.org                  | is not a web address; write one that begins with https:// or http://
            //example.org/a              | is not a web address; write one
            /a/b                         | is not a web address; write one
            ftp://example.org/a          | is not a web address; write one
            javascript:alert(1)          | is not a web address; write one
            https:example.org            | has no valid host; write an address such as https://example.org/page
            https:///a                   | has no valid host
            https://a_b.example/a        | has no valid host
            https://bücher.example/a     | has no valid host
            https://example.org:99999/a  | has no valid host
            https://example.org:port/a   | has no valid host
            https://zoe@example.org/a    | contains a user name or password before the host; remove it
            https://zoe:b@example.org/a  | contains a user name or password
            https://zoe@a_b/a            | contains a user name or password
            https://example.org/a b      | is not a web address (illegal character in path at character 22); percent-encode
            https://example.org/{a}      | is not a web address (illegal character in path at character 21)
            https://example.org/%zz      | is not a web address (malformed escape pair at character 21)
            """)
    void faultSaysWhatToWrite(String address, String fault) {
        String found = WebAddress.fault(address).orElse("none");
        assertTrue(found.startsWith(fault), found);
        assertFalse(found.contains("zoe"), "shows the user: " + found);
    }

    @Test
    void longAddressIsAFault() {
        String address = "https://example.org/";
        assertTrue(WebAddress.fault(address + "a".repeat(2000 - address.length())).isEmpty());
        assertEquals("is longer than 2000 characters; shorten it",
                WebAddress.fault(address + "a".repeat(2001 - address.length())).orElseThrow());
    }

    @Test
    void hostHasThePort() {
        assertEquals("example.org", WebAddress.host("https://Example.ORG/a"));
        assertEquals("example.org:8443", WebAddress.host("https://example.org:8443/a"));
    }
}
