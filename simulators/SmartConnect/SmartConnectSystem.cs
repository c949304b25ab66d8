using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Simulation;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Devices.Register;
using PairingLab.SmartConnect.Devices.Terminal;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect;

/// <summary>The SmartConnect system of a site: the server, and any number of payment devices and registers.</summary>
public sealed class SmartConnectSystem : IPairingSystem
{
    /// <summary>The payment device.</summary>
    public const string TerminalKind = "payment-device";

    /// <summary>The POS register.</summary>
    public const string RegisterKind = "register";

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<SmartConnectSettings>(
        "smartconnect",
        (parts, settings) => new SmartConnectSystem(parts, settings),
        new DeviceKind(TerminalKind, "Smartpay"),
        new DeviceKind(RegisterKind, "POS register")) with
    {
        Title = "SmartConnect",
        Beginning = "a SmartConnect site",
        Connecting =
        [
            "Give your POS the address of the API below. It needs no credential: it is known by its register id, business and vendor.",
            "On a payment device press [Pair a register]; your POS sends the code with PUT /POS/Pairing/{code}, and keeps nothing of it.",
            "Payments go to POST /POS/Transaction; the answer names the address to poll every two seconds.",
        ],
        SecretMembers = ["pairingCode", "merchantAccessToken"],
        SecretAfter = ["/POS/Pairing/", "merchantAccessToken="],
        Style = (typeof(SmartConnectSystem).Assembly, "smartconnect.css"),
        SampleDevices =
        [
            new("payment-1", TerminalKind),
            new("payment-2", TerminalKind),
            new("register-1", RegisterKind),
            new("register-2", RegisterKind),
        ],
    };

    private readonly SiteParts parts;
    private readonly SmartConnectSettings settings;
    private readonly SmartConnectService service;
    private readonly SmartConnectServer server;
    private readonly CallbackClient callbacks;

    /// <summary>The system of a site; its server starts with the site.</summary>
    public SmartConnectSystem(SiteParts parts, SmartConnectSettings settings)
    {
        this.parts = parts;
        this.settings = settings;
        var codes = parts.Seed is { } seed ? SmartConnectCodes.Seeded(seed) : SmartConnectCodes.Cryptographic;
        var cable = parts.Cables.Lay(Description.Name);
        callbacks = new(cable, new(cable, parts.Tap, new()), parts.Clock, settings);
        service = new(settings, parts.Store, parts.Clock, codes, callbacks.CallAsync);
        server = new(service, parts.Store, parts.Listening);
    }

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory =>
    [
        new(
            Description.Name,
            Description.Name,
            server.Address,
            null,
            $"{server.Address}/openapi.json",
            new Dictionary<string, string>(StringComparer.Ordinal)),
    ];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => server.StartAsync(cancel);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec) =>
        (info.Kind == TerminalKind ? MakeTerminal(info) : MakeRegister(info), null);

    /// <inheritdoc />
    public string? Connect(string device, string to) =>
        $"{device} is connected to SmartConnect, which is not a device; there is nothing to plug";

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) => ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => RegisterGuide.Of(devices);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        service.Dispose();
        callbacks.Dispose();
    }

    private Device<TerminalState, TerminalRequest, TerminalReply> MakeTerminal(DeviceInfo info) => new(
        info,
        parts,
        new TerminalLogic(info.Id, settings),
        () => new TerminalClient(HttpOf(info), () => server.Address),
        typeof(TerminalView));

    private Device<RegisterState, RegisterRequest, RegisterReply> MakeRegister(DeviceInfo info) => new(
        info,
        parts,
        new RegisterLogic(info.Id, settings),
        () => new RegisterClient(HttpOf(info), () => server.Address),
        typeof(RegisterView));

    private DeviceHttp HttpOf(DeviceInfo info) => new(
        parts.Cables.Lay(info.Id), parts.Tap, new());
}
