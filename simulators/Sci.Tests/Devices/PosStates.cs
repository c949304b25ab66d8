using PairingLab.Kernel.Panels;
using PairingLab.Sci.Devices.Pos;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>States that a POS comes to.</summary>
internal static class PosStates
{
    private static readonly StoredPairing Bar = Pairing("pid_1", "Bar", "tid1");
    private static readonly StoredPairing New = Pairing("pid_9", "New", "tid9");
    private static readonly PosPurchase Purchase = new("txn_1", 1, "Waiting for terminal to accept transaction", null, Bar, 1000);

    private static readonly PosOrder Ten = new(PosOrderKind.Purchase, 1000);

    /// <summary>A form with every kind of element.</summary>
    private static readonly PosElement[] Form =
    [
        new("Text 1", "text") { Text = "A text" }, new("Tip", "input") { Name = "tip_amount" },
        new("Image 1", "image") { Picture = "data:image/png;base64,AAAA" },
        new("Submit", "button") { SubmitUrl = "http://127.0.0.1:1/v1/transactions/txn_1/submit/submit" },
        new("Test", "button") { Action = "TEST_ACTION" }, new("Print", "button") { Action = "PRINT_MERCHANT_RECEIPT" },
        new("Cancel", "button") { SubmitUrl = "http://127.0.0.1:1/v1/transactions/txn_1/cancel" },
    ];

    /// <summary>All that a person can make it ask, but for what needs a purchase.</summary>
    private static readonly PosRequest[] Requests =
    [
        new PosRequest.Pair("041234", null), new PosRequest.Test(New), new PosRequest.Test(Bar), new PosRequest.Check(Bar),
        new PosRequest.CheckBeforeSale(Bar, Ten), new PosRequest.Unpair(New), new PosRequest.Unpair(Bar), new PosRequest.Pay(Bar, Ten),
    ];

    public static IReadOnlyList<PosState> All { get; } = Make();

    public static StoredPairing Pairing(string id, string? nickname, string tid) =>
        new(id, $"kid_{id}", "1234", "5b1e070927ddb9fe5931e7e2aaaad5c1", "http://127.0.0.1:1", tid, nickname, "Terminal");

    private static List<PosState> Make()
    {
        var states = new List<PosState>();
        foreach (var memory in new[] { PosMemory.Fresh, PosMemory.Fresh with { Pairings = [Bar, Pairing("pid_2", null, "tid2")] } })
        {
            foreach (var page in Enum.GetValues<PosPage>())
            {
                var at = new PosState(memory) { Page = page };
                var typed = at with { Typed = at.Typed.Add(PosFields.Code, "041234").Add(PosFields.Amount, "10.00") };
                var made = new PosState(memory with { New = New }) { Page = page };
                states.AddRange([
                    at, typed, made, at with { Notice = [new(PosTexts.NoActivePairings, TextRole.Bad)] },
                    Paying(memory, Purchase),
                    Paying(memory, Purchase with { Status = "AWAITING_POS", Form = Form, Details = "Pairing ID: pid_1" }),
                    Paying(memory, Purchase) with { AsksOutcome = true },
                    Paying(memory, Purchase with { Result = "UNKNOWN" }),
                    Paying(memory, Purchase with { Order = new(PosOrderKind.Settlement, 0) }),
                    Paying(memory, Purchase with { Result = "DECLINED", Form = [new("Retry", "button") { Action = "RETRY_TRANSACTION" }] }),
                    Paying(memory, Purchase with { Result = "APPROVED" })]);
                states.AddRange(Requests.Select(r => made with { Typed = typed.Typed, Waiting = r }));
            }
        }

        return states;
    }

    private static PosState Paying(PosMemory memory, PosPurchase purchase) => new(memory with { Purchase = purchase });
}
