describe("cart", () => {
  const helper = () => 1;
  beforeEach(() => {});

  it("adds", async () => {
    expect(helper()).toBe(1);
  });
  describe.each([1, 2])("with %d items", (count) => {
    test.only(`removes ${count}`, () => {});
    it.each`
      a | b
    `("sums $a", ({ a }) => {});
    test.skip("later", helper);
    it.todo("empties");
  });
  /re/.test("no test", () => {});
});
test("alone", function () {});
