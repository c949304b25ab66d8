using System.Globalization;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;
using PairingLab.Kernel.Time;
using PairingLab.Sci;
using PairingLab.Sci.Api;

namespace PairingLab.Features.Support.Certification;

/// <summary>
/// The lab's side of a certification: SCI, and two EFTPOS terminals of different tenants, so that their base URLs differ.
/// </summary>
public sealed class CertificationSite : IPosOutside, IAsyncDisposable
{
    private static readonly (string Id, string Tenant)[] Terminals = [("eftpos-1", "tenant-1"), ("eftpos-2", "tenant-2")];

    /// <summary>No rule is about how fast a POS, a merchant or the machine is: on a busy one a step may take minutes.</summary>
    private static readonly Dictionary<string, string> NoHurry = new(StringComparer.Ordinal)
    {
        ["codeLifetime"] = "02:00:00",
        ["confirmationWindow"] = "02:00:00",
        ["clockSkew"] = "00:05:00",
        ["answerPatience"] = "00:02:00",
        ["transactionPatience"] = "02:00:00",
        ["heartbeat"] = "00:00:30",
    };

    /// <summary>Lab time that stands still knows no busy machine: the reference POS asks again as soon as it does in a shop.</summary>
    private static readonly Dictionary<string, string> Soon = new(NoHurry, StringComparer.Ordinal) { ["answerPatience"] = "00:00:10" };

    private static readonly TimeSpan TerminalPatience = TimeSpan.FromMinutes(2);

    private readonly LabSite site;
    private readonly SciSystem sci;
    private readonly HttpClient http = new();
    private int poses;

    private CertificationSite(LabSite site)
    {
        this.site = site;
        sci = site.Systems.OfType<SciSystem>().Single();
        sci.Recorder.Recorded += h => Heard.Add(Of(h));
        All = [.. Terminals.Select(t => (TerminalOf(t.Id), t.Tenant))];
    }

    /// <summary>The terminals, each with its tenant.</summary>
    public IReadOnlyList<(EftposTerminal Terminal, string Tenant)> All { get; }

    /// <summary>What POSs have asked.</summary>
    public HeardRequests Heard { get; } = new();

    /// <summary>Where a POS sends pairing codes.</summary>
    public string PairingService => sci.PairingService;

    /// <summary>The key of a POS.</summary>
    public string ApiKey => sci.Credentials.ApiKey;

    /// <summary>Part A of a POS's signing secrets.</summary>
    public string PartA => sci.Credentials.SigningSecretPartA;

    /// <summary>Lab time.</summary>
    public LabClock Clock => site.Clock;

    /// <summary>Where the bench page is.</summary>
    public string Address => site.Address;

    /// <summary>Sets it up.</summary>
    /// <param name="data">The folder in which ports and credentials are kept, so that a POS can be set to them beforehand;
    /// null for none.</param>
    /// <param name="stepped">Whether lab time stands until it is put forward.</param>
    public static async Task<CertificationSite> StartAsync(string? data, bool stepped) => new(await LabSite.StartAsync(
        new()
        {
            Name = "certification",
            Stepped = stepped,
            Systems = ["sci"],
            DataFolder = data,
            Settings = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["sci"] = stepped ? Soon : NoHurry,
            },
            Devices = [.. Terminals.Select(t => new DeviceSpec(t.Id, SciSystem.TerminalKind, ConnectedTo: t.Tenant))],
        }));

    /// <summary>A new reference POS; gives its page.</summary>
    public async Task<Uri> FreshAsync()
    {
        var last = PosId;
        poses++;
        _ = poses > 1 && await site.RemoveAsync(last);
        return await site.AddAsync(new(PosId, SciSystem.PosKind)) is { } whyNot
            ? throw new SiteException($"device '{PosId}': {whyNot}")
            : new($"{site.Address}/devices/{PosId}");
    }

    /// <summary>Switches the reference POS off and on.</summary>
    public async Task RestartAsync()
    {
        var pos = site.Devices.Find(PosId)!;
        await pos.PowerAsync(false);
        await pos.PowerAsync(true);
    }

    /// <summary>Breaks every connection of POSs to SCI, from now on or no longer.</summary>
    public void BreakNetwork(bool broken)
    {
        // One piece in one is lost: a cut cable would let the POS wait for as long as it has patience.
        sci.Uplink.LossOneIn = 1;
        sci.Uplink.Set(broken ? CableState.Lossy : CableState.Connected);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await site.DisposeAsync();
    }

    private static PosRequest Of(RecordedRequest heard) =>
        new(heard.Server, heard.Method, heard.Path, heard.KeyId, heard.Body, heard.Status, heard.Answer);

    private string PosId => string.Create(CultureInfo.InvariantCulture, $"sci-pos-{poses}");

    private EftposTerminal TerminalOf(string id) =>
        new(
            new WirePanel(
                http, new(site.Address), id, new RealTime(TimeProvider.System), NoEvidenceSink.Instance, TerminalPatience),
            NoEvidenceSink.Instance);
}
