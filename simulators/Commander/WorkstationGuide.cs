using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.ConfigurationClient;
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
    /// <param name="settings">The settings of the site.</param>
    /// <param name="commander">What the Commander of a display knows; null without power.</param>
    /// <param name="pluggedInto">The Commander that a device is plugged into.</param>
    public static PairingGuide? Of(
        IReadOnlyList<IDevice> devices,
        CommanderSettings settings,
        Func<string, CommanderState?> commander,
        Func<string, string?> pluggedInto)
    {
        var display = devices.FirstOrDefault(d => d.Info.Kind == CommanderSystem.DisplayKind);
        var clients = devices.Where(d => d.Info.Kind == CommanderSystem.ClientKind).ToList();
        var workstations = devices.Where(d => d.Info.Kind == CommanderSystem.WorkstationKind).ToList();
        if (display is null || clients.Count == 0 || workstations.Count == 0)
        {
            return null;
        }

        var all = workstations.Select(w => Seen.Of(w, pluggedInto(w.Info.Id) ?? display.Info.Id, commander)).ToList();
        var next = all.Where(w => w.Step < Done).DefaultIfEmpty(all[0]).MaxBy(w => w.Step)!;
        var client = clients.Find(c => pluggedInto(c.Info.Id) == next.Display) ?? clients[0];
        return new(
            "Pair a workstation",
            StepsFor(next.Display, client.Info.Id, next.Device.Info.Id, settings.ManagerPassword),
            next.Step,
            $"{next.Device.Info.Id} is paired. To pair it again, begin with step 1.")
        {
            Notes =
            [
                .. all.SelectMany(w => WorkstationNotes.Of(w.Device, w.Display, w.Known, client.Info.Id)),
                .. clients.Where(c => c.Panel.Texts.Contains(ClientTexts.NoAnswer)).Select(NoAnswer),
                .. next.Known is { } known ? WorkstationNotes.Times(known, next.Display, client.Info.Id) : [],
            ],
        };
    }

    private static GuideNote NoAnswer(IDevice client) => GuideNote.Wrong(
        $"{client.Info.Id} gets no answer: is its cable connected, and has the Commander power?");

    private static int StepAt(Panel panel, CommanderState? commander) => panel.Title switch
    {
        "Pair POS" => Ready(commander),
        "Pairing" when panel.Texts.Contains(Texts.CannotCommunicate) => Ready(commander),
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

    private static int Ready(CommanderState? commander) => commander?.Service is null ? 2 : 3;

    private static IReadOnlyList<GuideStep> StepsFor(string display, string client, string workstation, string password) =>
    [
        new(1, "Put the POS Workstation into pairing mode", workstation,
            "[Log in to Sales], [CSR Func], [Maintenance Menu], [Perform POS Pairing], [Yes]. "
            + "A new workstation is in pairing mode when it has started: it shows [Pair POS]."),
        new(2, "Start the Pairing Service in Configuration Client", client,
            $"sign in as manager, password {password}. [Security], [Site Security], [Generate OTP], [Ok]. "
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

    /// <summary>A workstation as it is now, read once.</summary>
    private sealed record Seen(IDevice Device, string Display, CommanderState? Known, int Step)
    {
        public static Seen Of(IDevice device, string display, Func<string, CommanderState?> commander)
        {
            var known = commander(display);
            return new(device, display, known, StepAt(device.Panel, known));
        }
    }
}
