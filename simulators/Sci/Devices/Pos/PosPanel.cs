using PairingLab.Kernel.Panels;
using Text = PairingLab.Sci.Devices.Pos.PosTexts;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS shows in each state.</summary>
public static class PosPanel
{
    /// <summary>How many texts each pairing has.</summary>
    public const int LinesOfPairing = 4;

    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, PosState state) =>
        state.Purchase is { } purchase ? OfPurchase(device, state, purchase)
        : state.Page == PosPage.Sale ? OfSale(device, state)
        : state.Waiting is not null ? new(device, "Pairing", [Text.Brand, Text.PleaseWait], [], [])
        : state.New is { } made ? OfNew(device, state, made)
        : OfSection(device, state);

    private static Panel OfPurchase(string device, PosState state, PosPurchase purchase) => new(
        device,
        "Payment",
        [
            Text.Money(purchase.Amount),
            .. purchase.Result is { } result ? [result, purchase.Message] : new[] { purchase.Message },
            .. state.Waiting is null ? state.Notice : [Text.PleaseWait],
        ],
        state.Waiting is not null ? [] : purchase.Result is null ? [.. purchase.Actions.Select(a => new PanelButton(a.Text))] : [new("OK")],
        []);

    private static Panel OfSale(string device, PosState state)
    {
        if (state.Waiting is not null)
        {
            return new(device, "Sale", [Text.PleaseWait], [], []);
        }

        var payable = PosDecisions.Cents(state.In(PosFields.Amount)) is not null;
        return new(
            device,
            "Sale",
            [.. state.Notice, .. state.Pairings.IsEmpty ? [Text.NotPaired] : Array.Empty<string>()],
            [.. PosLabels.Of(state.Pairings).Select(l => new PanelButton($"Pay {l.Label}", payable)), new("Pairing")],
            [Field(state, PosFields.Amount)]);
    }

    private static Panel OfNew(string device, PosState state, StoredPairing made) => new(
        device,
        "Pairing",
        [Text.Brand, .. state.Notice, Text.ConfirmationCode, made.ConfirmationCode, Text.CompareCodes],
        [new("Test"), new("Cancel")],
        []);

    private static Panel OfSection(string device, PosState state) => new(
        device,
        "Pairing",
        [Text.Brand, .. state.Notice, .. state.Pairings.SelectMany(Lines), .. Text.Instructions],
        [
            .. PosLabels.Of(state.Pairings).SelectMany(l => new PanelButton[] { new($"Test {l.Label}"), new($"Unpair {l.Label}") }),
            new("Pair", state.In(PosFields.Code).Length > 0),
            new("Back"),
        ],
        [Field(state, PosFields.Code), Field(state, PosFields.Nickname)]);

    /// <summary>Seed, Paired state: nickname and pairing id are mandatory, TID and terminal nickname optional.</summary>
    public static IReadOnlyList<string> Lines(StoredPairing pairing) =>
    [
        $"{PosFields.Nickname}: {pairing.PairingNickname ?? "none"}",
        $"Pairing ID: {pairing.PairingId}",
        $"TID: {pairing.Tid}",
        $"Terminal Nickname: {pairing.TerminalNickname}",
    ];

    private static PanelField Field(PosState state, string name) => new(name, state.Typed.GetValueOrDefault(name, ""));
}
