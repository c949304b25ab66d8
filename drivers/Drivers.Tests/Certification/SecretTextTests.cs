using PairingLab.Drivers.Certification;

namespace PairingLab.Drivers.Tests.Certification;

public sealed class SecretTextTests
{
    private const string Secret = "0f1e2d3c4b5a6978";

    [Theory]
    [InlineData("key 0f1e2d3c4b5a6978.", "key •••.")]
    [InlineData("key 0F1E-2D3C-4B5A-6978.", "key •••.")]
    [InlineData("MGYxZTJkM2M0YjVhNjk3OA==", "•••==")]
    [InlineData("key 0f1e 2d3c 4b5a", "key 0f1e 2d3c 4b5a")]
    public void Is_hidden_however_it_is_written(string text, string hidden) =>
        SecretText.Masked(text, [Secret]).ShouldBe(hidden);

    [Fact]
    public void Texts_that_a_secret_runs_through_are_not_kept() =>
        SecretText.Masked(["Key", "0f1e2d3c", "4b5a6978"], [Secret]).ShouldBe(["(a secret stands here; its screen is not kept)"]);

    [Fact]
    public void Other_texts_stay() => SecretText.Masked(["Front Bar", "0f1e"], [Secret]).ShouldBe(["Front Bar", "0f1e"]);
}
