using System.Collections.Concurrent;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Simulation;

namespace PairingLab.SixthSystem.Tests;

/// <summary>Settings of the doorbell.</summary>
public sealed record DoorbellSettings
{
    /// <summary>How long a code can be used.</summary>
    public TimeSpan CodeLasts { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>A doorbell: a chime makes a code, and a bell that is given the code in time is paired with it.</summary>
public sealed class DoorbellSystem(SiteParts parts, DoorbellSettings settings) : IPairingSystem
{
    /// <summary>What rings.</summary>
    public const string ChimeKind = "chime";

    /// <summary>What is pressed.</summary>
    public const string BellKind = "bell";

    private readonly ConcurrentDictionary<string, (string Code, DateTimeOffset Until)> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> plugs = new(StringComparer.Ordinal);

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<DoorbellSettings>(
        "doorbell",
        (parts, settings) => new DoorbellSystem(parts, settings),
        new DeviceKind(ChimeKind, "Ding", "Dong"),
        new DeviceKind(BellKind, "Button") { PluggedInto = ("chime", ChimeKind) }) with
    {
        SecretMembers = ["chimeCode"],
        SecretAfter = ["/learn/"],
        Style = (typeof(DoorbellSystem).Assembly, "doorbell.css"),
        SampleDevices = [new("chime-1", ChimeKind), new("bell-1", BellKind)],
    };

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory =>
        [new(Description.Name, "house", null, null, null, new Dictionary<string, string>(StringComparer.Ordinal))];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec)
    {
        if (spec.ConnectedTo is { } chime)
        {
            plugs[info.Id] = chime;
        }

        return (new Device<DoorbellState, DoorbellRequest, DoorbellReply>(
            info, parts, new DoorbellLogic(info), () => new Client(this, info.Id), typeof(DoorbellView)), null);
    }

    /// <inheritdoc />
    public string? Connect(string device, string to)
    {
        plugs[device] = to;
        return null;
    }

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) => ([], plugs.GetValueOrDefault(device));

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => null;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string MakeCode(string chime)
    {
        var code = $"{new Random(parts.Seed ?? 1).Next(100_000, 1_000_000)}";
        codes[chime] = (code, parts.Clock.GetUtcNow() + settings.CodeLasts);
        return code;
    }

    private string? Learn(string bell, string code)
    {
        var chime = plugs.GetValueOrDefault(bell, "chime-1");
        var fits = codes.TryGetValue(chime, out var open) && open.Code == code && parts.Clock.GetUtcNow() < open.Until;
        parts.Tap.Add(bell, "POST", $"http://house/{chime}/learn/{code}", $$"""{"chimeCode":"{{code}}"}""", fits ? 200 : 403, null, 0);
        return fits ? chime : null;
    }

    private sealed class Client(DoorbellSystem house, string device) : IDeviceClient<DoorbellRequest, DoorbellReply>
    {
        public Task<DoorbellReply> SendAsync(DoorbellRequest request, Flight<DoorbellReply> flight) =>
            Task.FromResult(request.Code is { } code
                ? new DoorbellReply(PairedWith: house.Learn(device, code))
                : new DoorbellReply(Code: house.MakeCode(device)));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
