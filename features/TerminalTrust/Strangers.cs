using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Who else is there in a scenario; sent away at its end.</summary>
public sealed class Strangers(TrustSite site)
{
    private readonly List<IAsyncDisposable> all = [];

    /// <summary>The man in the middle; null when there is none.</summary>
    public ManInTheMiddle? Man { get; private set; }

    /// <summary>The server that contradicts itself; null when there is none.</summary>
    public ContradictingServer? Contradicting { get; private set; }

    /// <summary>The terminal that is played over the wire; null when there is none.</summary>
    public PlayedTerminal? Played { get; private set; }

    /// <summary>What the played terminal was before its factory reset; null before.</summary>
    public PlayedTerminal? Old { get; set; }

    /// <summary>Where gate is.</summary>
    public async Task<string> GateAsync() => (await site.Bench.DirectoryAsync()).System("terminal-trust").Api!.TrimEnd('/');

    /// <summary>Where master is.</summary>
    public async Task<string> MasterAsync() => (await site.Bench.DirectoryAsync()).System("terminal-trust").Credentials!["master"];

    /// <summary>Puts a man in the middle on a terminal's cable.</summary>
    public async Task PutManOnAsync(string kiosk)
    {
        all.Add(Man = await ManInTheMiddle.StartAsync());
        await site.Bench.Cables.DivertAsync(kiosk, Man.Place);
    }

    /// <summary>Puts a strange server on a terminal's cable.</summary>
    public async Task PutOnAsync(string kiosk, StrangeServer server)
    {
        all.Add(server);
        await site.Bench.Cables.DivertAsync(kiosk, server.Place);
    }

    /// <summary>Puts a server on a terminal's cable whose gate and master contradict each other.</summary>
    public async Task ContradictAsync(string kiosk)
    {
        all.Add(Contradicting = await ContradictingServer.StartAsync());
        await site.Bench.Cables.DivertAsync(kiosk, Contradicting.Place);
    }

    /// <summary>A terminal that is played over the wire.</summary>
    public async Task<PlayedTerminal> PlayAsync(string serial = "BT900001")
    {
        Played?.Dispose();
        return Played = new(serial, await GateAsync(), await MasterAsync());
    }

    /// <summary>Lets the played terminal be, without ending it.</summary>
    public void Forget() => Played = null;

    /// <summary>Sends all away.</summary>
    public async Task LeaveAsync()
    {
        Played?.Dispose();
        Old?.Dispose();
        foreach (var one in all)
        {
            await one.DisposeAsync();
        }
    }
}
