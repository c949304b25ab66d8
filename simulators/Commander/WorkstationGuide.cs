using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;

namespace PairingLab.Commander;

/// <summary>The six steps of the Commander POS pairing guide to pair a workstation, and which one comes next.</summary>
internal static class WorkstationGuide
{
    private const int Done = 7;

    /// <summary>The guide for a bench: the workstation that has come furthest. Null when one of the devices is missing.</summary>
    /// <param name="devices">The devices of the bench.</param>
    /// <param name="commander">What the Commander of a display knows; null without power.</param>
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, Func<string, CommanderState?> commander)
    {
        var display = devices.FirstOrDefault(d => d.Info.Kind == CommanderSystem.DisplayKind);
        var client = devices.FirstOrDefault(d => d.Info.Kind == CommanderSystem.ClientKind);
        var workstations = devices.Where(d => d.Info.Kind == CommanderSystem.WorkstationKind).ToList();
        if (display is null || client is null || workstations.Count == 0)
        {
            return null;
        }

        var known = commander(display.Info.Id);
        var steps = workstations.Select(w => (w.Info.Id, Step: StepAt(w.Panel, known))).ToList();
        var onTheWay = steps.Where(w => w.Step < Done).DefaultIfEmpty(steps[0]).MaxBy(w => w.Step);
        return new(
            "Pair a workstation",
            StepsFor(display.Info.Id, client.Info.Id, onTheWay.Id),
            onTheWay.Step,
            $"{onTheWay.Id} is paired. To pair it again, begin with step 1.");
    }

    private static int StepAt(Panel panel, CommanderState? commander) => panel.Title switch
    {
        "Pair POS" => commander?.Service is null ? 2 : 3,
        "Pairing" when panel.Fields.Count == 0 => 6,
        "Pairing" => (panel.Fields[0].Value.Length, commander?.Session?.Retrieved ?? false) switch
        {
            (PairingKeypad.OtpLength, _) => 6,
            (0, false) => 4,
            _ => 5,
        },
        "Sales" or "Sale" or "Login" when panel.Texts.Contains(WorkstationTexts.LinkUp) => Done,
        _ => 1,
    };

    private static IReadOnlyList<GuideStep> StepsFor(string display, string client, string workstation) =>
    [
        new(1, "Put the POS Workstation into pairing mode", workstation,
            "[Log in to Sales], [CSR Func], [Maintenance Menu], [Perform POS Pairing], [Yes]. "
            + "A new workstation is in pairing mode when it has started: it shows [Pair POS]."),
        new(2, "Start the Pairing Service in Configuration Client", client,
            $"sign in as manager, password {CommanderUsers.ManagerPassword}. [Security], [Site Security], [Generate OTP], [Ok]. "
            + $"Read the four digits from {display}, the pair with the point first, enter them and press [Ok]. "
            + "[Start Pairing Service], [Ok]."),
        new(3, "Begin pairing on the POS Workstation", workstation, "[Pair POS]."),
        new(
            4,
            "Retrieve the Pairing OTP from Configuration Client",
            client,
            "[Retrieve Pairing OTP] within one minute. Note the six characters, [Ok]."),
        new(5, "Enter the OTP on the POS Workstation", workstation, "the six characters."),
        new(6, "Complete the pairing process", workstation, $"[OK]. When it shows “{Texts.SuccessfullyPaired}”, [OK] once more."),
    ];
}
