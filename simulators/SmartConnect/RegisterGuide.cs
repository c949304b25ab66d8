using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.SmartConnect.Devices.Register;

namespace PairingLab.SmartConnect;

/// <summary>The pairing flow of the SmartConnect pairing guide and the first payment, and which step comes next.</summary>
internal static class RegisterGuide
{
    /// <summary>The guide for a bench: the pair that is furthest on its way. Null when a device that it takes is missing.</summary>
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices)
    {
        var terminals = devices.Where(d => d.Info.Kind == SmartConnectSystem.TerminalKind).ToList();
        var registers = devices.Where(d => d.Info.Kind == SmartConnectSystem.RegisterKind).ToList();
        if (terminals.Count == 0 || registers.Count == 0)
        {
            return null;
        }

        var terminal = terminals.MaxBy(t => StepAt(t.Panel))!;
        var register = registers.MaxBy(r => StepAt(r.Panel))!;
        return new(
            "Pair a register with a payment device",
            StepsFor(terminal.Info.Id, register.Info.Id),
            Math.Max(StepAt(terminal.Panel), StepAt(register.Panel)),
            $"{register.Info.Id} has taken a payment. To pair another register, begin with step 1: each has its own code.")
        {
            Notes = [.. RegisterNotes.Of(terminals, registers)],
        };
    }

    private static int StepAt(Panel panel) => panel.Title switch
    {
        "Pairing" when panel.Buttons.Any(b => b.Name == "Cancel") => 2,
        "Pair with a payment device" => 2,
        "Pairing" => 3,
        "Payment" when panel.Texts.Contains(RegisterTexts.Approved) && panel.Buttons.Any(b => b.Name == "OK") => 5,
        "Payment" => 4,
        "SmartConnect" when !panel.Texts.Contains("Paired registers: 0") => 3,
        _ => 1,
    };

    private static IReadOnlyList<GuideStep> StepsFor(string terminal, string register) =>
    [
        new(
            1,
            "Initiate the pairing process on the device",
            terminal,
            "[Pair a register]. It requests the temporary pairing code and displays it; the code changes every minute."),
        new(2, "Input the code in the POS software", register, "[Back office], [Pair with a payment device], the code, [Pair]."),
        new(3, "Submit a transaction", register, "[OK], [Back to sale], an amount such as 12.50, [Purchase]."),
        new(
            4,
            "Take the payment on the device",
            terminal,
            "[Approve], [Decline] or [Cancel]; the register hears of it within two seconds."),
    ];
}
