using PairingLab.Drivers.Certification;

namespace PairingLab.Drivers.Tests.Certification;

/// <summary>What a maker declares, and what is said of a declaration that is wrong.</summary>
public sealed class PosCapabilitiesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-capabilities-");

    [Fact]
    public void What_is_declared_is_read() => Read(
        """{"$schema": "x", "transactions": ["purchase", "cashOut", "purchaseWithCashOut", "moto"]}""").Transactions.ShouldBe([
            PosTransaction.Purchase, PosTransaction.CashOut, PosTransaction.PurchaseWithCashOut, PosTransaction.Moto]);

    [Fact]
    public void Settlements_and_signatures_are_read_and_are_none_and_on_the_POS_when_left_out()
    {
        var all = Read("""{"transactions": ["purchase"], "settlements": ["enquiry"], "signatures": ["terminal"]}""");
        all.Settlements.ShouldBe([PosSettlement.Enquiry]);
        all.Signatures.ShouldBe([PosSignature.Terminal]);
        all.ToString().ShouldBe("transactions: purchase; settlements: enquiry; signatures: terminal");
        var least = Read("""{"transactions": ["purchase"]}""");
        least.Settlements.ShouldBeEmpty();
        least.Signatures.ShouldBe([PosSignature.Pos]);
    }

    [Theory]
    [InlineData("""{"transactions": ["purchase"], "settlements": ["totals"]}""", "unknown 'totals'")]
    [InlineData("""{"transactions": ["purchase"], "signatures": []}""", "a signature is judged somewhere")]
    [InlineData("""{}""", "1:1: \"transactions\" is missing")]
    [InlineData("""{"transactions": ["purchase", "refunds"]}""", "unknown 'refunds' (did you mean 'refund'?)")]
    [InlineData("""{"transactions": ["purchase", "purchase"]}""", "'purchase' is declared twice")]
    [InlineData("""{"transactions": ["refund"]}""", "\"purchase\" is missing: no POS is certified without it")]
    [InlineData("""{"transactions": ["purchase"], "refunds": true}""", "unknown property 'refunds'")]
    [InlineData("""{"transactions": "purchase"}""", "must be an array")]
    [InlineData("""[]""", "must be an object")]
    [InlineData("""{"transactions": null""", "not JSON")]
    public void A_mistake_is_named(string text, string said) =>
        Should.Throw<PosDescriptionException>(() => Read(text)).Message.ShouldContain(said);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Should.Throw<PosDescriptionException>(() => PosCapabilities.Read(Path.Combine(folder.FullName, "none.json")))
            .Message.ShouldContain("none.json");

    public void Dispose() => folder.Delete(recursive: true);

    private PosCapabilities Read(string text)
    {
        var file = Path.Combine(folder.FullName, "mine.json");
        File.WriteAllText(file, text);
        return PosCapabilities.Read(file);
    }
}
