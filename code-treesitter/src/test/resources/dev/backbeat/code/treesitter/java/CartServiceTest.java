package org.acme.cart;

class CartServiceTest {

    @Test
    void adds() {}

    @Nested
    class WhenEmpty {
        @ParameterizedTest(name = "{0}")
        @ValueSource(ints = {1, 2})
        void removes(int size) {}

        void helper() {}
    }

    @org.junit.jupiter.api.RepeatedTest(3)
    void repeats() {
        String text = """
            not { "a" } method() { }
            """;
        char quote = '"';
    }
}
