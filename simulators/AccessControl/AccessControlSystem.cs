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
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl;

/// <summary>MACS of a site: its server and the payment terminals at its locations.</summary>
public sealed class AccessControlSystem(SiteParts parts, AccessControlSettings settings) : IPairingSystem
{
    /// <summary>The payment terminal at a location.</summary>
    public const string TerminalKind = "macs-device";

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<AccessControlSettings>(
        "access-control",
        (parts, settings) => new AccessControlSystem(parts, settings),
        new DeviceKind(TerminalKind, "Payment terminal")) with
    {
        Title = "Access Control (MACS)",
        Connecting =
        [
            "Your terminal makes an RSA key of 2048 bits, and sends serial number, pairing code and public key to POST /pos/pair.",
            "Add its serial number to a location in the admin panel first, and get its pairing code there.",
            "From then on each request carries a JWT that the terminal has signed with its key.",
        ],
        SecretMembers = ["pan"],
        Style = (typeof(AccessControlSystem).Assembly, "access-control.css"),
        ThirdParties = PlayedThirdParties.All,
        SampleDevices = [new("macs-1", TerminalKind), new("macs-2", TerminalKind), new("macs-3", TerminalKind)],
    };

    private const string AdminToken = "admin-token";

    private readonly HttpClient thirdParties = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly IReadOnlyList<SampleCard> wallet = settings.SampleSite ? SampleCards.Of(parts.Seed) : [];
    private readonly MacsHelp help = new(parts.Clock);
    private IMacsDatabase? database;
    private MacsServices? services;
    private MacsServer? server;
    private string adminToken = "";
    private string panSecret = "";
    private string adminPassword = "";

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory => server is null ? [] :
    [
        new(
            Description.Name,
            "macs",
            server.Address,
            $"{server.Address}/admin/",
            $"{server.Address}/openapi.json",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["adminToken"] = adminToken,
                ["panSecret"] = panSecret,
                ["adminEmail"] = settings.AdminEmail,
                ["adminPassword"] = adminPassword,
            }),
    ];

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec) => (MakeDevice(info), null);

    /// <inheritdoc />
    public string? Connect(string device, string to) => "a MACS device is always connected to MACS";

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) => ([], null);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancel)
    {
        CheckFolder();
        adminToken = Kept(AdminToken);
        panSecret = PanSecret.Of(settings.PanSecret, parts.Store, parts.DataFolder);
        database = MacsDatabase.Open(settings.Database, parts.DataFolder);
        await CardSecret.AgreeAsync(database, Pans());
        var macs = services = new MacsServices(database, Pans(), thirdParties, parts.Clock, settings, Codes());
        if (settings.SampleSite)
        {
            await SampleSite.SetUpAsync(macs, database, parts.Clock.GetUtcNow());
        }

        adminPassword = settings.AdminPassword.Length > 0 ? settings.AdminPassword : Kept("admin-password");
        server = new(macs, database, parts.Clock, settings with { AdminPassword = adminPassword }, adminToken, parts.Listening);
        if (parts.DataFolder is not null)
        {
            await server.SetUpAsync();
        }

        await server.StartAgainAsync(parts.Store, cancel);
    }

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => MacsGuide.Of(devices, help, $"{server?.Address}/admin/");

    /// <inheritdoc />
    public IReadOnlyList<LabHelp> Help(IReadOnlyList<IDevice> devices) => services is null || server is null
        ? []
        : help.Of(devices, services.Pairing, $"{server.Address}/admin/", settings.AdminEmail, adminPassword);

    /// <inheritdoc />
    public Task SaveAsync(string folder) => database is SqliteDatabase file ? file.SaveAsync(folder) : Task.CompletedTask;

    /// <inheritdoc />
    public void Forget()
    {
        // A database of the user's own stays as it is.
        if (settings.Database.Length == 0 && parts.DataFolder is { } folder)
        {
            SqliteDatabase.Delete(folder);
        }
    }

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

    private Device<MacsDeviceState, MacsDeviceRequest, MacsDeviceReply> MakeDevice(DeviceInfo info) => new(
        info,
        parts,
        new MacsDeviceLogic(info.Id, settings, Pans(), wallet),
        () => new MacsDeviceClient(
            parts.Cables.Lay(info.Id), parts.Tap, parts.Clock, MacsDeviceLogic.SerialOf(info.Id), () => server?.SecureAddress ?? "",
            parts.Listening.Tls?.Authority.Trust()),
        typeof(MacsDeviceView));

    private PanHasher Pans() => new(Encoding.ASCII.GetBytes(panSecret));

    /// <summary>The token is kept before the database is made, so that a database without one has lost its lab's file.</summary>
    private void CheckFolder()
    {
        if (settings.Database.Length == 0 && parts.DataFolder is { } folder && SqliteDatabase.IsIn(folder)
            && parts.Store.Read(KeyOf(AdminToken)) is null)
        {
            throw new StoreException(
                $"{folder}: access-control.db belongs to a lab.db that is not here; put the lab.db back that lay beside it, "
                + "or give the lab another folder with --data");
        }
    }

    private static string KeyOf(string secret) => $"access-control/{secret}";

    /// <summary>A secret of this site, made at the first start.</summary>
    private string Kept(string name)
    {
        var key = KeyOf(name);
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
