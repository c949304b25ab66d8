using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using MacsDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.AccessControl.Devices.MacsDeviceState,
    PairingLab.AccessControl.Devices.MacsDeviceRequest,
    PairingLab.AccessControl.Devices.MacsDeviceReply>;

namespace PairingLab.AccessControl.Screens;

/// <summary>The pairing process for a person at the bench, and which step comes next.</summary>
internal static class MacsGuide
{
    private const int Done = 4;

    private static readonly (Refusal Refusal, string Advice)[] Errors =
    [
        (Refusal.InvalidPairingCode, "the code is wrong, used or too old. [OK], and begin with step 1."),
        (Refusal.AlreadyPaired, "MACS has it as paired. Unpair it in the admin panel, get a new code, and pair again."),
        (Refusal.TooManyGuesses, "too many wrong codes. Get a new one: that ends the wait."),
        (Refusal.UnknownSerial, "MACS does not know its serial number. Add it to a location in the admin panel, and begin with step 1."),
    ];

    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, MacsHelp help, string panel)
    {
        var terminals = devices.OfType<MacsDevice>().ToList();
        if (terminals.Count == 0)
        {
            return null;
        }

        var next = terminals.Where(t => t.State is { Memory.Paired: false }).DefaultIfEmpty(terminals[0]).MaxBy(t => StepAt(t, help))!;
        var (id, serial) = (next.Info.Id, MacsDeviceLogic.SerialOf(next.Info.Id));
        return new(
            "Pair a MACS device",
            [
                new(1, "Get Pairing Code", id,
                    $"below this guide, [Get Pairing Code for {id}]; or in the admin panel ({panel}), [Locations], its location, "
                    + $"[Get Pairing Code] of {serial}."),
                new(2, "Enter the Pairing Code on the POS", id, "the eight digits."),
                new(3, "Initiate paring process", id, "[Pair]."),
            ],
            StepAt(next, help),
            $"{id} is paired. [OK], [Identity confirmed], take a card, [Contactless].")
        {
            Notes = [.. terminals.SelectMany(t => Notes(t, help))],
        };
    }

    private static int StepAt(MacsDevice terminal, MacsHelp help) => terminal.State switch
    {
        { Memory.Paired: true } => Done,
        { } s when MacsDeviceLogic.IsCode(s.Text(MacsDeviceFields.Code)) => 3,
        { Message: null } when help.CodeOf(MacsDeviceLogic.SerialOf(terminal.Info.Id)) is not null => 2,
        _ => 1,
    };

    private static IEnumerable<GuideNote> Notes(MacsDevice terminal, MacsHelp help)
    {
        var (id, shown) = (terminal.Info.Id, terminal.Panel.Texts);
        if (Errors.FirstOrDefault(e => shown.Contains(e.Refusal.Code())) is { Advice: { } advice } error)
        {
            yield return GuideNote.Wrong($"{id}: {advice}", $"{error.Refusal.Code()}: {error.Refusal.Message()}");
        }
        else if (terminal.State is { Message: not null } && shown.Contains(MacsDeviceTexts.ThirdPartyFailure))
        {
            yield return GuideNote.Wrong($"{id} gets no answer of MACS: connect its cable below. [OK], and [Pair] again.");
        }
        else if (shown.Contains(MacsDeviceTexts.NotAccepted))
        {
            yield return GuideNote.Wrong($"{id} was unpaired in MACS. [OK], and begin with step 1.");
        }
        else if (terminal.State is { Memory.Paired: true })
        {
            yield return GuideNote.Good($"{id} is paired.");
        }
        else if (help.CodeOf(MacsDeviceLogic.SerialOf(id)) is { } code)
        {
            yield return GuideNote.Waiting($"The pairing code of {id} can be entered.", code.Until);
        }
    }
}
