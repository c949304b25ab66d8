using System.Security.Cryptography;
using System.Text;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Service;

/// <summary>A running server: the core with its keys, its disk and its clock.</summary>
public sealed class TrustServer : IDisposable
{
    private const int VpnKeyLength = 16;
    private const int TotpSecretLength = 20;

    private readonly LabClock clock;
    private readonly TrustSecrets secrets;
    private readonly Aggregate<ServerState, IServerCommand, IServerEvent> core;
    private readonly OperatorCodes codes;

    /// <summary>Boots a server from its disk; a new server when the disk is empty.</summary>
    public TrustServer(string id, TrustSettings settings, ILabStore store, LabClock clock, TrustSecrets secrets)
    {
        Settings = settings;
        this.clock = clock;
        this.secrets = secrets;
        var folder = FolderOf(id);
        Keys = ServerKeys.Load(store, folder, clock.GetUtcNow());
        codes = new(LoadTotpSecret(store, folder));
        core = new(ServerMemory.Load(store, folder), Rules(store, folder), clock);
        core.Happened += (state, events) => Happened?.Invoke(state, events);
    }

    /// <summary>Raised with the events of each command, under the core's lock: handlers must be short.</summary>
    public event Action<ServerState, IReadOnlyList<IServerEvent>>? Happened;

    /// <summary>Its timers and limits.</summary>
    public TrustSettings Settings { get; }

    /// <summary>Its certificates with their keys.</summary>
    public ServerKeys Keys { get; }

    /// <summary>Its state now.</summary>
    public ServerState State => core.State;

    /// <summary>The secret of the operator's authenticator app, in base 32.</summary>
    public string TotpSecret => codes.Secret;

    /// <summary>What the operator's authenticator app shows now, and when it shows another code.</summary>
    public (string Code, DateTimeOffset Until) Authenticator => codes.At(clock.GetUtcNow());

    /// <summary>Where a server's documents are.</summary>
    public static string FolderOf(string id) => $"terminal-trust/{id}";

    /// <summary>Forgets what a server that is switched off keeps besides its keys and its terminals: events, users, rules.</summary>
    public static void ForgetSite(string id, ILabStore store) => store.Save(($"{FolderOf(id)}/site", null));

    /// <summary>Installs a server that is switched off under another licence key: only its ports stay on its disk.</summary>
    public static void Forget(string id, ILabStore store)
    {
        var gone = store.ReadAll($"{FolderOf(id)}/").Where(d => !d.Key.EndsWith("/ports", StringComparison.Ordinal));
        store.Save([.. gone.Select(d => (d.Key, (string?)null))]);
    }

    /// <summary>Decides a command of a terminal; commands that come at the same time share a write to the disk.</summary>
    public async Task<ServerAnswer> DoAsync(IServerCommand command) => new(await core.ExecuteAsync(_ => command));

    /// <summary>Decides a command.</summary>
    public ServerAnswer Do(IServerCommand command) => new(core.Execute(_ => command));

    /// <summary>A user gives a name and a password.</summary>
    public ServerAnswer SignIn(string name, string password)
    {
        var users = CasUser.Of(
            PasswordHash.RoundsOn(clock, Settings.PasswordRounds), Settings.OperatorPassword, Settings.ClerkPassword);
        var user = users.FirstOrDefault(u => string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase));

        // An unknown user takes as long as a known one, so that the time tells nothing.
        var isRight = (user ?? users[0]).Password.IsOf(password) && user is not null;
        return Do(new GivePassword(user?.Name ?? "", isRight, user?.HasTwoFactor ?? false));
    }

    /// <summary>A user gives the code of the authenticator app.</summary>
    public ServerAnswer GiveCode(string code) => Do(new GiveCode(codes.StepOf(code, clock.GetUtcNow())));

    /// <summary>The button [Generate VPN configuration].</summary>
    public ServerAnswer GenerateVpn(string serial) => Do(new GenerateVpn(serial, Convert.ToHexString(secrets.Next(VpnKeyLength))));

    /// <summary>Whether a key opens the VPN for a terminal.</summary>
    public bool OpensVpn(string serial, string key) =>
        State.Terminals.TryGetValue(serial, out var terminal) && terminal.VpnKey is { } right
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(key));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private AggregateRules<ServerState, IServerCommand, IServerEvent> Rules(ILabStore store, string folder) => new(
        (state, command, now) => ServerCore.Decide(state, command, now, Settings),
        ServerCore.Apply,
        state => DueEvents.NextDue(state, clock.GetUtcNow(), Settings),
        new PassTime(),
        (before, after) => ServerMemory.Keep(store, folder, before, after))
    {
        Silence = new(
            state => Silence.EndsAt(state, Settings), Silence.HasHeardAllSince, span => new SkipTime(span)),
    };

    private byte[] LoadTotpSecret(ILabStore store, string folder)
    {
        var key = $"{folder}/totp-secret";
        if (store.Read(key) is { } text)
        {
            return Convert.FromHexString(text);
        }

        var made = secrets.Next(TotpSecretLength);
        store.Save((key, Convert.ToHexString(made)));
        return made;
    }
}

/// <summary>The outcome of a command.</summary>
public sealed record ServerAnswer(IReadOnlyList<IServerEvent> Events)
{
    /// <summary>Why the command was refused; null when it was carried out.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The last event of that type.</summary>
    public T The<T>()
        where T : IServerEvent => Events.OfType<T>().Last();
}
