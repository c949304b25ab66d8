using System.Security.Cryptography.X509Certificates;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.TerminalTrust.Core;
using static PairingLab.TerminalTrust.Devices.Kiosk.KioskScreen;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>
/// A terminal: what it does at a button, at a reply and when time passes. It asks every few seconds, one request at a time: master when it
/// knows master, else gate first.
/// </summary>
/// <param name="id">The device's id.</param>
/// <param name="serial">Its serial number.</param>
/// <param name="firstFirmware">Its firmware when it is new.</param>
/// <param name="settings">Its intervals.</param>
public sealed class KioskLogic(string id, string serial, string firstFirmware, TrustSettings settings)
    : IDeviceLogic<KioskState, KioskRequest, KioskReply>
{
    /// <summary>The field of advanced administration.</summary>
    public const string HostField = "Server host";

    /// <summary>Gate's port when the server host names none (docs/protocols/terminal-trust.md, "Parts").</summary>
    private const int DefaultPort = 7741;

    private readonly string folder = $"kiosk/{id}";

    /// <summary>The base of gate's API at a server host; null when the host is invalid.</summary>
    public static string? BaseOf(string host)
    {
        var text = host.Trim();
        return text.Length > 0 && !text.EndsWith('/') && Uri.TryCreate($"https://{text}", UriKind.Absolute, out var uri)
            && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? $"https://{uri.Host}:{(uri.IsDefaultPort && !text.EndsWith(":443", StringComparison.Ordinal) ? DefaultPort : uri.Port)}"
            : null;
    }

    /// <inheritdoc />
    public KioskState Boot(DeviceDisk disk, DateTimeOffset now)
    {
        var memory = disk.Read<KioskMemory>($"{folder}/memory") ?? KioskMemory.Fresh(firstFirmware);
        var identity = disk.Read<string>($"{folder}/identity");
        return Boot(memory, identity, identity is null ? "" : CodeOf(identity), disk.Read<string>($"{folder}/package"), now);
    }

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(KioskState state) =>
    [
        new($"{folder}/identity", state.Identity),
        new($"{folder}/memory", KioskMemory.Of(state)),
        new($"{folder}/package", state.Package),
    ];

    /// <inheritdoc />
    public Panel Show(KioskState state) => KioskPanel.Of(id, state);

    /// <inheritdoc />
    public KioskState Press(KioskState state, string button, DateTimeOffset now) => (state.Screen, button) switch
    {
        (Running, "Advanced administration") => state with { Screen = Advanced, TypedHost = null },
        (Advanced, "Save") when BaseOf(state.HostTyped) is not null =>
            AskAnew(EndDownload(state) with { Screen = Running, Host = state.HostTyped.Trim() }, now),
        (Advanced, "Deployment scenario A") when state.Scenario != DeploymentScenario.A =>
            AskAnew(state with { Scenario = DeploymentScenario.A }, now),
        (Advanced, "Deployment scenario B") when state.Scenario != DeploymentScenario.B =>
            AskAnew(state with { Scenario = DeploymentScenario.B }, now),
        (Advanced, "Restore") => state with { Screen = AskRestore },
        (Advanced, "Factory reset") => state with { Screen = AskFactoryReset },
        (Advanced, "Close") => state with { Screen = Running },
        (AskRestore, "Yes") => Boot(KioskMemory.Restored(state), state.Identity, state.Code, null, now),
        (AskFactoryReset, "Yes") => Boot(KioskMemory.Fresh(state.Firmware), null, "", null, now),
        (AskRestore or AskFactoryReset, "No") => state with { Screen = Advanced },
        _ => state,
    };

    /// <inheritdoc />
    public KioskState Type(KioskState state, string field, string text) =>
        state.Screen == Advanced ? state with { TypedHost = text } : state;

    /// <inheritdoc />
    public IEnumerable<KioskRequest> Wants(KioskState state) => (state.Identity, state.Asking) switch
    {
        (null, _) => [new KioskRequest.MakeKey(serial)],
        ({ } identity, KioskAsks.Gate) => [new KioskRequest.Hello(BaseOf(state.Host)!, serial, state.Firmware, identity)],
        ({ } identity, KioskAsks.Master or KioskAsks.MasterAfterGate) =>
            [new KioskRequest.Status(state.Master!, state.Pin!, state.Scenario == DeploymentScenario.A ? state.Vpn : null, identity)],
        ({ } identity, KioskAsks.Piece) => [new KioskRequest.Fetch(state.Upgrade!.Package, state.Upgrade.Received, identity)],
        _ => [],
    };

    /// <inheritdoc />
    public TimeSpan? Patience(KioskRequest request) => request is KioskRequest.MakeKey ? null : settings.AnswerPatience;

    /// <inheritdoc />
    public KioskState Receive(KioskState state, KioskRequest asked, KioskReply reply, DateTimeOffset now) => reply switch
    {
        KeyReply r => state with { Identity = r.Identity, Code = CodeOf(r.Identity) },
        GateReply r => AfterGate(ReplyHandling.Gate(state, r), now),
        MasterReply r => AfterMaster(ReplyHandling.Master(state, r), r, now),
        PieceReply r => AfterPiece(state.Firmware, ReplyHandling.Piece(state, r), r, now),
        _ => state,
    };

    /// <inheritdoc />
    public DateTimeOffset? NextDue(KioskState state) => state switch
    {
        { Screen: Starting, Identity: null } => null,
        { Screen: Starting } => state.BootedAt,
        _ => state.PieceAt,
    };

    /// <inheritdoc />
    public Pulse? NextPulse(KioskState state) =>
        NextAsk(state) is { } at ? new(at, settings.AskInterval) : null;

    /// <inheritdoc />
    public KioskState Due(KioskState state, DateTimeOffset now)
    {
        if (state is { Screen: Starting, Identity: not null } && state.BootedAt <= now)
        {
            return Ask(state with { Screen = Running, AskAt = now }, now);
        }

        return state.PieceAt <= now ? state with { PieceAt = null, Asking = KioskAsks.Piece }
            : NextAsk(state) <= now ? Ask(state, now)
            : state;
    }

    /// <summary>The fingerprint of its certificate.</summary>
    private static string CodeOf(string identity)
    {
        using var certificate = X509Certificate2.CreateFromPem(identity);
        return Fingerprint.Of(certificate.RawData);
    }

    /// <summary>When it asks next by itself; null while it asks or downloads, or when no server host is set.</summary>
    private static DateTimeOffset? NextAsk(KioskState state) =>
        state is { Screen: not Starting, Asking: KioskAsks.Nothing, PieceAt: null } && BaseOf(state.Host) is not null ? state.AskAt : null;

    private static KioskState EndDownload(KioskState state) => state with { Upgrade = null, Asking = KioskAsks.Nothing, PieceAt = null };

    private KioskState Boot(KioskMemory memory, string? identity, string code, string? package, DateTimeOffset now) => memory.ToState() with
    {
        Serial = serial,
        Identity = identity,
        Code = code,
        Package = package,
        BootedAt = now + settings.BootTakes,
    };

    /// <summary>It knows nothing about its server any more and asks it now; a download goes on.</summary>
    private KioskState AskAnew(KioskState state, DateTimeOffset now)
    {
        var anew = state with { Master = null, InService = false, Trouble = null, WaitsForUpgrade = false };
        return state.PieceAt is not null || state.Asking == KioskAsks.Piece ? anew : Ask(anew, now);
    }

    private KioskState Ask(KioskState state, DateTimeOffset now) => state with
    {
        Asking = BaseOf(state.Host) is null ? KioskAsks.Nothing : state.Master is null ? KioskAsks.Gate : KioskAsks.Master,
        AskAt = Beat(state.AskAt, now + TimeSpan.FromTicks(1)),
    };

    private KioskState AfterGate(KioskState state, DateTimeOffset now) =>
        state.Master is not null ? state with { Asking = KioskAsks.MasterAfterGate }
        : state is { Upgrade: not null, Trouble: null, WaitsForUpgrade: false } ? FetchNext(state, now)
        : Rest(state, now);

    /// <summary>
    /// A terminal that master rejects as not paired goes back to gate: the operator reads the pairing code off its screen and expects the
    /// pairing request in CAS, which gate makes. Not right after gate has sent it to master, or the two could send it back and forth.
    /// </summary>
    private KioskState AfterMaster(KioskState state, MasterReply reply, DateTimeOffset now) =>
        reply.Reason == RejectionReason.NotPaired && state.Asking == KioskAsks.Master
            ? state with { Asking = KioskAsks.Gate }
            : Rest(state, now);

    private KioskState AfterPiece(string before, KioskState state, PieceReply reply, DateTimeOffset now) =>
        state.Firmware != before ? Boot(KioskMemory.Of(state), state.Identity, state.Code, state.Package, now)
        : state.Upgrade is { } upgrade && reply.Piece.Length > 0 && upgrade.Received < upgrade.Total ? FetchNext(state, now)
        : Rest(state, now);

    private KioskState FetchNext(KioskState state, DateTimeOffset now) =>
        state with { Asking = KioskAsks.Nothing, PieceAt = now + settings.PieceTakes };

    /// <summary>It has its answer and waits until it asks again.</summary>
    private KioskState Rest(KioskState state, DateTimeOffset now) =>
        state with { Asking = KioskAsks.Nothing, AskAt = Beat(state.AskAt, now) };

    /// <summary>A time at which it asks, not before now: they are an interval apart, however long an answer takes.</summary>
    private DateTimeOffset Beat(DateTimeOffset one, DateTimeOffset now) => one >= now ? one
        : one + (settings.AskInterval * Math.Ceiling((now - one) / settings.AskInterval));
}
