using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Sci.Core;
using PairingLab.Sci.Devices.Pos;
using PosDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.Sci.Devices.Pos.PosState,
    PairingLab.Sci.Devices.Pos.PosRequest,
    PairingLab.Sci.Devices.Pos.PosReply>;

namespace PairingLab.Sci.Screens;

/// <summary>The pairing flow of the SCI integration guide, and which step comes next.</summary>
internal static class SciGuide
{
    private const int Done = 6;

    /// <summary>
    /// The guide for a bench: the POS that tests a pairing, else the first without one, and the terminal that is furthest. Null when a
    /// device that it takes is missing.
    /// </summary>
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, SciState sci)
    {
        var terminals = devices.Where(d => d.Info.Kind == SciSystem.TerminalKind).ToList();
        var poses = devices.OfType<PosDevice>().ToList();
        if (terminals.Count == 0 || poses.Count == 0)
        {
            return null;
        }

        var pos = poses.MaxBy(p => StepAt("", p.State) % Done)!;
        var terminal = terminals.MaxBy(t => TerminalStep(t.Panel.Title))!;
        return new(
            "Pair an EFTPOS terminal",
            Steps(terminal.Info.Id, pos.Info.Id),
            StepAt(terminal.Panel.Title, pos.State),
            $"{pos.Info.Id} is paired. To pair another terminal, begin with step 1.")
        {
            Notes = [.. SciNotes.Of(devices, poses, sci)],
        };
    }

    private static int TerminalStep(string title) =>
        title switch { "Confirm pairing" => 2, "Pairing code" or "Pairing successful" => 1, _ => 0 };

    private static int StepAt(string terminal, PosState? pos) => (terminal, pos) switch
    {
        ("Confirm pairing", _) => 4,
        ("Pairing code", { Page: PosPage.Pairing }) => 3,
        ("Pairing code", _) => 2,
        (_, { Memory.New: not null }) => 5,
        (_, { Memory.Pairings.IsEmpty: false }) => Done,
        _ => 1,
    };

    private static IReadOnlyList<GuideStep> Steps(string terminal, string pos) =>
    [
        new(1, "Initiate pairing on the EFTPOS terminal", terminal, "[Pair with POS]. A pairing code is displayed."),
        new(2, "Open the pairing section of the POS", pos, "[Pairing]."),
        new(3, "Enter the pairing code onto the POS", pos, "the six digits, a nickname if you like, and [Pair]."),
        new(4, "Verify the confirmation code", terminal, "compare it with the one on the POS, then [Confirm]."),
        new(5, "Test that the pairing is active", pos, $"[Test]. It says “{PosTexts.PairingSuccessful}”."),
    ];
}
