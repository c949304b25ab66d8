using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PairingLab.Drivers.StandIns;
using PairingLab.Host.Site;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.StandIns;

/// <summary>
/// Plays the third parties of a hosted lab that nobody has named a real one for. Their port is reserved before the systems start; the
/// server behind it takes seconds to start and does so in the background, since the lab must answer at once.
/// </summary>
public sealed partial class SiteStandIns : IAsyncDisposable
{
    /// <summary>Longer than anybody waits for a third party.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(30);

    private static readonly (string Name, StandInAnswer? Answer)[] Faults =
    [
        ("is slow (30 s)", null),
        ("fails (HTTP 500)", new(500, """{"error":"the stand-in was told to fail"}""")),
        ("answers nonsense", new(200, "<html>nonsense</html>")),
        ("resets the connection", new(200, "", IsReset: true)),
    ];

    private readonly ConcurrentDictionary<string, string> behaviours = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();
    private readonly int port;
    private Task<StandIn>? starting;

    private SiteStandIns(IReadOnlyList<ThirdParty> played, int port)
    {
        (Played, this.port) = (played, port);
        foreach (var party in played)
        {
            behaviours[party.Id] = party.Behaviours[0].Name;
        }
    }

    /// <summary>Those that are played.</summary>
    public IReadOnlyList<ThirdParty> Played { get; }

    /// <summary>Where they answer.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <summary>Ends when they answer.</summary>
    public Task Started => starting ?? Task.CompletedTask;

    /// <summary>Whether they answer already.</summary>
    public bool IsUp => starting is { IsCompletedSuccessfully: true };

    /// <summary>The latest exchanges, the newest first, card numbers masked.</summary>
    public IEnumerable<StandInExchange> Journal => IsUp
        ? starting!.Result.Exchanges.Reverse().Select(e => e with { Request = Masked(e.Request), Response = Masked(e.Response) })
        : [];

    /// <summary>The stand-ins that a site needs, and its settings with their addresses; null when it needs none.</summary>
    public static (SiteStandIns? StandIns, SiteOptions Options) Of(SiteOptions options)
    {
        var settings = options.Settings.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        var played = new List<ThirdParty>();
        var free = FreePort();
        foreach (var system in options.Known.All.Where(s => options.Systems?.Contains(s.Name, StringComparer.Ordinal) ?? true))
        {
            var own = settings.GetValueOrDefault(system.Name) ?? new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var party in system.ThirdParties.Where(p => !own.Keys.Contains(p.Setting, StringComparer.OrdinalIgnoreCase)))
            {
                played.Add(party);
                own = new Dictionary<string, string>(own, StringComparer.Ordinal)
                {
                    [party.Setting] = $"http://127.0.0.1:{free}{party.Base}",
                };
            }

            settings[system.Name] = own;
        }

        return played.Count == 0 ? (null, options) : (new(played, free), options with { Settings = settings });
    }

    /// <summary>Starts the server, in the background.</summary>
    public void Start() => starting = Task.Run(() => StandIn.StartAsync(port, AnswerAsync));

    /// <summary>How a third party can answer.</summary>
    public static IEnumerable<string> ChoicesOf(ThirdParty party) =>
        party.Behaviours.Select(b => b.Name).Concat(Faults.Select(f => f.Name));

    /// <summary>How a third party answers now.</summary>
    public string BehaviourOf(ThirdParty party) => behaviours[party.Id];

    /// <summary>Lets a third party answer otherwise; what is wrong, null when nothing is.</summary>
    public string? Set(string id, string behaviour)
    {
        if (Played.FirstOrDefault(p => p.Id == id) is not { } party)
        {
            return $"no stand-in '{id}'; there are: {string.Join(", ", Played.Select(p => p.Id))}";
        }

        if (!ChoicesOf(party).Contains(behaviour, StringComparer.Ordinal))
        {
            return $"{id} can't behave like '{behaviour}'; allowed values: {string.Join(", ", ChoicesOf(party))}";
        }

        behaviours[id] = behaviour;
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        if (starting is not null)
        {
            try
            {
                (await starting).Dispose();
            }
            catch (Exception e) when (e is IOException or HttpRequestException or SocketException)
            {
                // It never started, which was said then.
            }
        }

        ended.Dispose();
    }

    private async Task<StandInAnswer> AnswerAsync(StandInRequest request)
    {
        if (Played.FirstOrDefault(p => request.Path.StartsWith(p.Prefix, StringComparison.Ordinal)) is not { } party)
        {
            return new(404, """{"error":"no third party of this lab has this path"}""");
        }

        var behaviour = behaviours[party.Id];
        if (Array.Find(Faults, f => f.Name == behaviour) is { Name: not null } fault)
        {
            if (fault.Answer is { } answer)
            {
                return answer;
            }

            await Task.Delay(Slow, TimeProvider.System, ended.Token);
        }

        var usual = party.Behaviours.FirstOrDefault(b => b.Name == behaviour) ?? party.Behaviours[0];
        var played = usual.Answer(new(request.Path, request.Body));
        return new(played.Status, played.Body);
    }

    /// <summary>A port that is free now, and that the system gives to nobody else by itself.</summary>
    private static int FreePort()
    {
        for (var tries = 1; ; tries++)
        {
            var candidate = LastingPort.Candidate();
            using var probe = new TcpListener(IPAddress.Loopback, candidate);
            try
            {
                probe.Start();
                return candidate;
            }
            catch (SocketException) when (tries < LastingPort.Tries)
            {
                // Another program has it: another one, then.
            }
        }
    }

    private static string Masked(string text) => CardNumber().Replace(text, m => $"{m.Value[..6]}••••{m.Value[^4..]}");

    [GeneratedRegex("(?<![0-9])[0-9]{12,19}(?![0-9])")]
    private static partial Regex CardNumber();
}
