using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Tests.Api;

public sealed class RefusalTests
{
    [Fact]
    public void Every_refusal_has_a_code_and_a_text() =>
        Enum.GetValues<Refusal>().ShouldAllBe(r => r.Code().Length > 0 && r.Message().Length > 0);
}
