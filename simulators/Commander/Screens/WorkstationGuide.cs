using PairingLab.Commander.Controller;
using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.StatusDisplay;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;

namespace PairingLab.Commander.Screens;

/// <summary>The seed's six steps to pair a workstation, and which one comes next.</summary>
internal static class WorkstationGuide
{
    private const int Done = 7;

    /// <summary>The guide for a bench: the workstation that is furthest on its way. Null when a device that it takes is missing.</summary>
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices)
    {
        var display = devices.OfType<StatusDisplayDevice>().FirstOrDefault();
        var client = devices.FirstOrDefault(d => d.Card.Kind == CommanderSystem.ClientKind);
        var workstations = devices.OfType<WorkstationDevice>().Select(w => (w.Card.Id, Step: StepAt(w.Panel, display))).ToList();
        if (display is null || client is null || workstations.Count == 0)
        {
            return null;
        }

        var onTheWay = workstations.Where(w => w.Step < Done).DefaultIfEmpty(workstations[0]).MaxBy(w => w.Step);
        return new("Pair a workstation", StepsFor(display.Card.Id, client.Card.Id, onTheWay.Id), onTheWay.Step, $"{onTheWay.Id} is paired. To pair it again, begin with step 1.");
    }

    private static int StepAt(Panel panel, StatusDisplayDevice? display) => panel.Title switch
    {
        "Pair POS" => display?.Commander?.State.Service is null ? 2 : 3,
        "Pairing" when panel.Fields.Count == 0 => 6,
        "Pairing" => (panel.Fields[0].Value.Length, display?.Commander?.State.Session?.Retrieved ?? false) switch
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
            "[Log in to Sales], [CSR Func], [Maintenance Menu], [Perform POS Pairing], [Yes]. A new workstation is in pairing mode when it has started: it shows [Pair POS]."),
        new(2, "Start the Pairing Service in Configuration Client", client,
            $"sign in as manager, password {CommanderUsers.ManagerPassword}. [Security], [Site Security], [Generate OTP], [Ok]. Read the four digits from {display}, the pair with the point first, enter them and press [Ok]. [Start Pairing Service], [Ok]."),
        new(3, "Begin pairing on the POS Workstation", workstation, "[Pair POS]."),
        new(4, "Retrieve the Pairing OTP from Configuration Client", client, "[Retrieve Pairing OTP] within one minute. Note the six characters, [Ok]."),
        new(5, "Enter the OTP on the POS Workstation", workstation, "the six characters."),
        new(6, "Complete the pairing process", workstation, $"[OK]. When it shows “{Texts.SuccessfullyPaired}”, [OK] once more."),
    ];
}
