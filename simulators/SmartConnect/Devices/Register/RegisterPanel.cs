using PairingLab.Kernel.Panels;
using PairingLab.SmartConnect.Devices.Terminal;
using static PairingLab.SmartConnect.Devices.Register.RegisterScreen;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register shows in each state.</summary>
public static class RegisterPanel
{
    /// <summary>The panel of a state.</summary>
    public static Panel Of(string device, RegisterState state)
    {
        if (state.Waiting is { } waiting)
        {
            return Dialog(device, waiting == RegisterRequest.Pair ? "Pairing" : "Payment", [RegisterTexts.Sending]);
        }

        return state.Message is { } message ? Dialog(device, message.Title, [message.Text], "OK")
            : state.Memory.Payment is { } payment ? Dialog(device, "Payment", [RegisterTexts.Pending, $"Amount: {TerminalPanel.Money(payment.Amount)}"], "Stop waiting")
            : OfScreen(device, state);
    }

    private static Panel OfScreen(string device, RegisterState state) => state.Screen switch
    {
        Sale => new(device, "Sale", [This(state)],
            [new("Purchase", Filled(state, RegisterFields.Amount)), new("Refund", Filled(state, RegisterFields.Amount)), .. Others(state), new("Back office")],
            [Field(state, RegisterFields.Amount)]),
        BackOffice => new(device, "Back office", [This(state), $"Business: {state.Memory.Business}"],
            [new("Pair with a payment device"), new("Register settings"), new("Add a virtual register"), .. Others(state), new("Back to sale")], []),
        Pairing => new(device, "Pair with a payment device", [This(state), "Start pairing on the payment device and enter the code that it shows."],
            [new("Pair", Filled(state, RegisterFields.Code)), new("Back")], [Field(state, RegisterFields.Code)]),
        _ => new(device, "Register settings", [], [new("Save"), new("Back")],
            [Field(state, RegisterFields.Id), Field(state, RegisterFields.Name), Field(state, RegisterFields.Business), Field(state, RegisterFields.Vendor)]),
    };

    private static string This(RegisterState state) => $"Register: {state.Register.Label}";

    private static IEnumerable<PanelButton> Others(RegisterState state) =>
        state.Memory.Registers.Where((_, i) => i != state.Memory.Selected).Select(r => new PanelButton($"Use {r.Label}"));

    private static bool Filled(RegisterState state, string field) => state.Text(field).Length > 0;

    private static PanelField Field(RegisterState state, string name) => new(name, state.Typed.GetValueOrDefault(name, ""));

    private static Panel Dialog(string device, string title, IReadOnlyList<string> texts, params string[] buttons) =>
        new(device, title, texts, [.. buttons.Select(b => new PanelButton(b))], []) { Shape = PanelShape.Dialog };
}
