using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Sample;
using PairingLab.AccessControl.Screens;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl;

/// <summary>MACS of a site: its server, and any number of payment terminals at its locations.</summary>
public sealed class AccessControlSystem(SiteParts parts, AccessControlSettings settings) : IPairingSystem
{
    /// <summary>The payment terminal at a location.</summary>
    public const string DeviceKind = "macs-device";

    private const string Model = "Payment terminal";

    private readonly HttpClient thirdParties = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly IReadOnlyList<SampleCard> wallet = settings.SampleSite ? SampleCards.Of(parts.Seed) : [];
    private IMacsDatabase? database;
    private MacsServer? server;
    private string adminToken = "";
    private string panSecret = "";
    private string adminPassword = "";

    /// <inheritdoc />
    public string Name => "access-control";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [DeviceKind] = [Model] };

    /// <inheritdoc />
    public IEnumerable<SystemCard> Directory => server is null ? [] :
    [
        new(Name, "macs", server.Address, $"{server.Address}/admin/", $"{server.Address}/openapi.json", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["adminToken"] = adminToken,
            ["panSecret"] = panSecret,
            ["adminEmail"] = settings.AdminEmail,
            ["adminPassword"] = adminPassword,
        }),
    ];

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceSpec spec) => spec.Model is null or Model
        ? (new MacsDevice(new(spec.Id, DeviceKind, Name, Model), settings, new(parts.Cables.Lay(spec.Id), parts.Tap, parts.Clock, parts.Store), Pans(), wallet)
        {
            MacsAddress = () => server?.Address ?? "",
        }, null)
        : (null, $"no {DeviceKind} is a '{spec.Model}'; there are: {Model}");

    /// <inheritdoc />
    public string? Connect(string device, string to) => "a MACS device is always connected to MACS";

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Plugs(string device) => ([], null);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancel)
    {
        adminToken = Kept("admin-token");
        panSecret = settings.PanSecret.Length > 0 ? settings.PanSecret : Kept("pan-secret");
        database = MacsDatabase.Open(settings.Database, parts.DataFolder);
        await CardSecret.AgreeAsync(database, Pans());
        var macs = new MacsServices(database, Pans(), thirdParties, parts.Clock, settings, Codes());
        if (settings.SampleSite)
        {
            await SampleSite.SetUpAsync(macs, database, parts.Clock.GetUtcNow());
        }

        adminPassword = settings.AdminPassword.Length > 0 ? settings.AdminPassword : Kept("admin-password");
        server = new(macs, database, parts.Clock, settings with { AdminPassword = adminPassword }, adminToken);
        await server.StartAsync(cancel);
    }

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => MacsGuide.Of(devices, server?.Address ?? "", adminToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }

        thirdParties.Dispose();
    }

    private PanVault Pans() => new(Encoding.ASCII.GetBytes(panSecret));

    /// <summary>A secret of this site, made once.</summary>
    private string Kept(string name)
    {
        var key = $"access-control/{name}";
        if (parts.Store.Read(key) is { } kept)
        {
            return kept;
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        parts.Store.Save((key, made));
        return made;
    }

    /// <summary>Codes come from the run's seed in a scenario, from the cryptographic source in a hosted lab.</summary>
    private Func<int, int> Codes()
    {
        if (parts.Seed is not { } seed)
        {
            return RandomNumberGenerator.GetInt32;
        }

        var random = new Random(seed);
        var gate = new Lock();
        return below =>
        {
            lock (gate)
            {
                return random.Next(below);
            }
        };
    }
}
