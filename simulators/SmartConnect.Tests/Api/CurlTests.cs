using System.Diagnostics;
using System.Text.Json;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Tests.Api;

/// <summary>A client of somebody else's, as it is: curl pairs, pays and polls, as docs/protocols/smartconnect.md shows it.</summary>
public sealed class CurlTests
{
    private static readonly string[] Register =
    [
        "--data-urlencode", "POSRegisterID=db/1f0e",
        "--data-urlencode", "POSBusinessName=Smith & Sons",
        "--data-urlencode", "POSVendorName=Some Vendor",
    ];

    private static readonly string[] Names = ["--data-urlencode", "POSRegisterName=Counter", "--data-urlencode", "Contact Name=Ann"];

    private static readonly string[] Purchase =
        ["-d", "TransactionMode=ASYNC", "-d", "TransactionType=Card.Purchase", "-d", "AmountTotal=1250"];

    [Fact]
    public async Task Curl_pairs_pays_and_polls()
    {
        await using var lab = await RunningSmartConnect.StartAsync();
        var code = await lab.CodeAsync("d1");
        (await CurlAsync(["-X", "PUT", .. Register, .. Names, $"{lab.Address}/pos/pairing/{code}"]))
            .ShouldBe(("200", """{"result":"success"}"""));
        (await CurlAsync(["-X", "PUT", .. Register, $"{lab.Address}/POS/Pairing/{code}"]))
            .ShouldBe(("400", """{"error":"Invalid Pairing Code. Please make sure you entered the code correctly"}"""));

        var (status, text) = await CurlAsync([.. Register, .. Purchase, $"{lab.Address}/POS/Transaction"]);
        status.ShouldBe("200");
        var poll = JsonDocument.Parse(text).RootElement.GetProperty("data").GetProperty("PollingUrl").GetString()!;
        (await CurlAsync([poll])).Text.ShouldContain("\"transactionStatus\":\"PENDING\"");
        (await CurlAsync([poll])).Status.ShouldBe("429");

        var payment = await lab.NextAsync("d1");
        await lab.FinishAsync("d1", payment!.Id, PaymentOutcome.Accepted);
        await lab.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        (await CurlAsync([poll])).Text.ShouldContain("\"TransactionResult\":\"OK-ACCEPTED\"");
    }

    private static async Task<(string Status, string Text)> CurlAsync(string[] arguments)
    {
        string[] options = ["--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--write-out", "\n%{http_code}"];
        var start = new ProcessStartInfo("curl", [.. options, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var curl = Process.Start(start)!;
        var said = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        var end = said.LastIndexOf('\n');
        return (said[(end + 1)..], said[..end]);
    }
}
