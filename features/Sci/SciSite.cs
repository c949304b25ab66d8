using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Sci;

/// <summary>The merchant's terminals and POSs, as a scenario speaks of them.</summary>
public sealed class SciSite(ScenarioBench bench)
{
    private readonly Dictionary<string, EftposTerminal> terminals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SciPos> poses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> marks = new(StringComparer.Ordinal);

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>A merchant at a terminal.</summary>
    public async Task<EftposTerminal> TerminalAsync(string id)
    {
        if (!terminals.TryGetValue(id, out var terminal))
        {
            terminals[id] = terminal = new(await bench.PanelAsync(id), bench.Witness);
        }

        return terminal;
    }

    /// <summary>A merchant at a POS.</summary>
    public async Task<SciPos> PosAsync(string id)
    {
        if (!poses.TryGetValue(id, out var pos))
        {
            poses[id] = pos = new(await bench.PanelAsync(id));
        }

        return pos;
    }

    /// <summary>Initiates pairing; the person at the terminal notes the code.</summary>
    public async Task<string> InitiateAsync(string terminal)
    {
        var at = await TerminalAsync(terminal);
        await at.GoHomeAsync();
        var code = await at.StartPairingAsync();
        await MarkAsync("the pairing code was shown");
        return code;
    }

    /// <summary>Sends the code that a terminal shows; what comes of it.</summary>
    public async Task<PanelReading> SendCodeAsync(string terminal, string pos, string? nickname)
    {
        var shown = await (await PosAsync(pos)).SendCodeAsync((await TerminalAsync(terminal)).Code, nickname);
        await MarkAsync("the confirmation code was shown");
        return shown;
    }

    /// <summary>From the terminal's menu to the confirmation code on both sides.</summary>
    public async Task BeginAsync(string terminal, string pos, string? nickname)
    {
        await InitiateAsync(terminal);
        (await SendCodeAsync(terminal, pos, nickname)).Says("Confirmation code").ShouldBeTrue("the POS shows no confirmation code");
        await (await TerminalAsync(terminal)).ReadConfirmationCodeAsync();
    }

    /// <summary>The whole pairing.</summary>
    public async Task PairAsync(string terminal, string pos, string? nickname)
    {
        await BeginAsync(terminal, pos, nickname);
        await (await TerminalAsync(terminal)).ConfirmAsync();
        (await (await PosAsync(pos)).DoAsync("Test")).Says("Pairing successful").ShouldBeTrue("the test of the pairing failed");
    }

    /// <summary>Remembers the lab time of something, to count from it.</summary>
    public async Task MarkAsync(string what) => marks[what] = await bench.Time.NowAsync();

    /// <summary>Lets lab time pass until so long after something.</summary>
    public async Task PassSinceAsync(string what, TimeSpan span)
    {
        var left = marks[what] + span - await bench.Time.NowAsync();
        left.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, $"the scenario itself has taken longer than {span} since {what}");
        await bench.Time.PassAsync(left);
    }
}
