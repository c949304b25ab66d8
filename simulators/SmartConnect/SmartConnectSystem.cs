using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Devices.Register;
using PairingLab.SmartConnect.Devices.Terminal;
using PairingLab.SmartConnect.Screens;
using PairingLab.SmartConnect.Service;

namespace PairingLab.SmartConnect;

/// <summary>The SmartConnect system of a site: the server, and any number of payment devices and registers.</summary>
public sealed class SmartConnectSystem : IPairingSystem
{
    /// <summary>The payment device.</summary>
    public const string DeviceKind = "payment-device";

    /// <summary>The POS register.</summary>
    public const string RegisterKind = "register";

    private readonly SiteParts parts;
    private readonly SmartConnectSettings settings;
    private readonly SmartConnectService service;
    private readonly SmartConnectServer server;

    /// <summary>The system of a site; its server starts with the site.</summary>
    public SmartConnectSystem(SiteParts parts, SmartConnectSettings settings)
    {
        this.parts = parts;
        this.settings = settings;
        service = new(settings, parts.Store, parts.Clock, parts.Seed is { } seed ? SmartConnectCodes.Seeded(seed) : SmartConnectCodes.Cryptographic);
        server = new(service);
    }

    /// <inheritdoc />
    public string Name => "smartconnect";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [DeviceKind] = ["Smartpay"],
        [RegisterKind] = ["POS register"],
    };

    /// <inheritdoc />
    public IEnumerable<SystemCard> Directory =>
        [new(Name, Name, server.Address, null, $"{server.Address}/openapi.json", new Dictionary<string, string>(StringComparer.Ordinal))];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => server.StartAsync(cancel);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceSpec spec)
    {
        var models = Models[spec.Kind];
        if (spec.Model is { } model && !models.Contains(model, StringComparer.Ordinal))
        {
            return (null, $"no {spec.Kind} is a '{model}'; there are: {string.Join(", ", models)}");
        }

        var card = new DeviceCard(spec.Id, spec.Kind, Name, models[0]);
        var cable = parts.Cables.Lay(card.Id);
        return spec.Kind == DeviceKind
            ? (new TerminalDevice(card, settings, cable, parts.Tap, parts.Clock, parts.Store, () => server.Address), null)
            : (new RegisterDevice(card, settings, cable, parts.Tap, parts.Clock, parts.Store, () => server.Address), null);
    }

    /// <inheritdoc />
    public string? Connect(string device, string to) => $"{device} is connected to SmartConnect, which is not a device; there is nothing to plug";

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Plugs(string device) => ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => RegisterGuide.Of(devices);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync().ConfigureAwait(false);
        service.Dispose();
    }
}
