using PairingLab.Sci.Devices.Pos;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>States that a POS comes to.</summary>
internal static class PosStates
{
    private static readonly StoredPairing Bar = Pairing("pid_1", "Bar", "tid1");
    private static readonly StoredPairing New = Pairing("pid_9", "New", "tid9");
    private static readonly PosPurchase Purchase = new("txn_1", 1, "Waiting for terminal to accept transaction", null, Bar, 1000);

    public static IReadOnlyList<PosState> All { get; } = Make();

    public static StoredPairing Pairing(string id, string? nickname, string tid) =>
        new(id, $"kid_{id}", "1234", "5b1e070927ddb9fe5931e7e2aaaad5c1", "http://127.0.0.1:1", tid, nickname, "Terminal");

    private static List<PosState> Make()
    {
        var states = new List<PosState>();
        foreach (var paired in new PosState[] { new(), new() { Pairings = [Bar, Pairing("pid_2", null, "tid2")] } })
        {
            foreach (var page in Enum.GetValues<PosPage>())
            {
                var at = paired with { Page = page };
                var typed = at with { Typed = at.Typed.Add(PosFields.Code, "041234").Add(PosFields.Amount, "10.00") };
                states.AddRange([
                    at, typed, at with { New = New }, at with { Notice = [PosTexts.NoActivePairings], NoticeIsBad = true },
                    at with { Purchase = Purchase }, at with { Purchase = Purchase with { Actions = [new("Accept signature", "/v1/transactions/txn_1/signature", "{}")] } }, at with { Purchase = Purchase with { Result = "APPROVED" } }]);
                states.AddRange(Enum.GetValues<PosRequestKind>().Select(k => typed with
                {
                    New = New,
                    Waiting = new(k, k is PosRequestKind.TestNew or PosRequestKind.CancelNew ? New : Bar, 1000),
                }));
            }
        }

        return states;
    }
}
