using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Core;
using PairingLab.Kernel.State;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Service;

/// <summary>A Commander that runs: the core with its certificate authority, its disk and its clock.</summary>
public sealed class CommanderService : IDisposable
{
    /// <summary>Unknown names share one count of wrong passwords: one for each would fill the disk.</summary>
    private const string NobodyKnown = "";

    private readonly ILabStore store;
    private readonly LabClock clock;
    private readonly CommanderCodes codes;
    private readonly SmtpSender? smtp;
    private readonly Aggregate<CommanderState, ICommanderCommand, ICommanderEvent> core;
    private readonly CertificateAuthority authority;

    /// <summary>The exchange of the session under way, with the workstation's share.</summary>
    private volatile SharesExchanged? shared;

    /// <summary>Boots a Commander from what its disk holds; a new one from the box when there is nothing.</summary>
    public CommanderService(
        string id, string model, string softwareBase, CommanderSettings settings, ILabStore store, LabClock clock, CommanderCodes codes,
        SmtpSender? smtp = null)
    {
        Id = id;
        Model = model;
        Settings = settings;
        this.store = store;
        this.clock = clock;
        this.codes = codes;
        this.smtp = smtp;
        authority = LoadAuthority();
        ServerCertificate = authority.IssueServer(id, clock.GetUtcNow());
        core = new(LoadState(softwareBase), Rules(), clock);
        core.Happened += (state, events) => Happened?.Invoke(state, events);
    }

    /// <summary>Raised with the events of each command. Runs under the core's lock, so handlers must be quick.</summary>
    public event Action<CommanderState, IReadOnlyList<ICommanderEvent>>? Happened;

    /// <summary>Its id on the bench.</summary>
    public string Id { get; }

    /// <summary>Commander, RubyCi or Commander 16.</summary>
    public string Model { get; }

    /// <summary>Its timers and limits.</summary>
    public CommanderSettings Settings { get; }

    /// <summary>Its state now.</summary>
    public CommanderState State => core.State;

    /// <summary>Fault of the lab: it does not tell a workstation that is being upgraded what that must know to be paired.</summary>
    public bool WithholdsTrust { get; set; }

    /// <summary>Lab time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The certificate it serves with.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <summary>The authority's certificate, DER; what a paired workstation trusts.</summary>
    public byte[] AuthorityCertificate => authority.Certificate.RawData;

    /// <summary>What the display shows now.</summary>
    public DisplayFrame Frame => DisplayFrame.At(State.SiteOtp, Now, Settings.PairStays);

    /// <summary>Decides a command.</summary>
    public CommanderAnswer Do(ICommanderCommand command) => new(core.Execute(_ => command));

    /// <summary>[Generate OTP].</summary>
    public CommanderAnswer GenerateSiteOtp(string signInId) => Do(new GenerateSiteOtp(signInId, codes.SiteOtp()));

    /// <summary>Maintenance Menu, option 10, at a paired register.</summary>
    public CommanderAnswer GenerateSiteOtpAtRegister(string workstation, string thumbprint) =>
        Do(new GenerateSiteOtpAtRegister(workstation, thumbprint, codes.SiteOtp()));

    /// <summary>[Pair POS] at a workstation.</summary>
    public CommanderAnswer BeginPairing(string workstation, bool isVerifone) =>
        Do(new BeginPairing(CommanderCodes.SessionId(), workstation, isVerifone, codes.PairingOtp()));

    /// <summary>A user signs in; null id when refused.</summary>
    public (string Id, CommanderUser? User, CommanderAnswer Answer) SignIn(string name, string password)
    {
        var (command, user) = SignInOf(name, password);
        return (command.SignInId, user, Do(command));
    }

    /// <summary>A user chooses another password, and is signed in with it.</summary>
    public (string Id, CommanderUser? User, CommanderAnswer Answer) ChangePassword(string name, string password, string newPassword)
    {
        var (command, user) = SignInOf(name, password);
        var hash = PasswordHash.Of(newPassword, Rounds);
        return (command.SignInId, user, Do(new ChangePassword(
            command, newPassword.Length, newPassword == password, JsonSerializer.Serialize(hash, LabJson.Options))));
    }

    private (SignInUser Command, CommanderUser? User) SignInOf(string name, string password)
    {
        var users = KnownUsers;
        var user = users.FirstOrDefault(u => string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase));

        // An unknown user takes as long as a known one, so that the time tells nothing.
        var right = PasswordOf(user ?? users[0]).IsOf(password) && user is not null;
        return (new(CommanderCodes.SessionId(), user?.Name ?? NobodyKnown, right, user?.MayUseSiteSecurity ?? false), user);
    }

    private PasswordHash PasswordOf(CommanderUser user) => State.Passwords.GetValueOrDefault(user.Name)?.Hash is { } kept
        ? JsonSerializer.Deserialize<PasswordHash>(kept, LabJson.Options)!
        : user.Password;

    /// <summary>Sends the OTP of an answer by e-mail; what came of it, null when it goes to nobody.</summary>
    public async Task<OtpMailResponse?> MailAsync(CommanderAnswer answer)
    {
        if (answer.Events.OfType<SiteOtpToMail>().FirstOrDefault() is not { } mail)
        {
            return null;
        }

        using var held = clock.Hold("an OTP goes by e-mail");
        var whyNot = smtp is null ? SmtpSender.NoServer : await smtp.SendAsync(Id, mail);
        Do(new NoteOtpMail(mail.Address, whyNot));
        return new(mail.Address, whyNot);
    }

    /// <summary>The users, with what Manage Users has changed.</summary>
    public IReadOnlyList<UserResponse> Users => [.. KnownUsers.Select(u =>
    {
        var access = State.Users.GetValueOrDefault(u.Name, new(u.MayUseSiteSecurity, DisallowLogin: false));
        var mail = SoftwareBase.HasOtpByMail(State.Base) ? State.Mail.GetValueOrDefault(u.Name, new("", SendOtp: false)) : null;
        return new UserResponse(
            u.Name, u.Role, access.SiteSecurity, access.DisallowLogin, Passwords.MustChange(State, u.Name, Now),
            mail is null ? null : new(mail.Address, mail.SendOtp));
    })];

    /// <summary>Security > Manage Users.</summary>
    public CommanderAnswer ChangeUser(string signInId, string user, UserAccess access) =>
        Do(new ChangeUser(signInId, user, IsKnown(user), access));

    /// <summary>Manage Users, [Force Password Change].</summary>
    public CommanderAnswer ForcePasswordChange(string signInId, string user) =>
        Do(new ForcePasswordChange(signInId, user, IsKnown(user)));

    /// <summary>Manage Users, Send OTP.</summary>
    public CommanderAnswer ChangeUserMail(string signInId, string user, UserMail mail) =>
        Do(new ChangeUserMail(signInId, user, IsKnown(user), mail));

    private bool IsKnown(string user) => KnownUsers.Any(u => u.Name == user);

    private int Rounds => PasswordHash.RoundsOn(clock, Settings.PasswordRounds);

    private IReadOnlyList<CommanderUser> KnownUsers => CommanderUsers.Of(
        Rounds, Settings.ManagerPassword, Settings.CashierPassword);

    /// <summary>
    /// The first step of [OK] on the Pairing keypad: both sides send their shares. It tells nobody anything, and may be repeated.
    /// </summary>
    /// <exception cref="CryptographicException">The share is no point of P-256.</exception>
    public (CommanderAnswer Answer, byte[]? Share) ExchangeShares(string sessionId, byte[] share)
    {
        Do(new PassTime());
        if (State.Session is not { } session || session.Id != sessionId)
        {
            return (new([new Refused(Refusal.SessionOver)]), null);
        }

        var exchange = PairingExchange.AtCommander(sessionId, session.Otp, session.Workstation, Fingerprint);
        exchange.Confirm(share, []);
        shared = new(exchange, share);
        return (new([]), exchange.Share);
    }

    /// <summary>
    /// The second step: the workstation proves that it knows the OTP. An OTP allows one guess: right or wrong, the session is over.
    /// Only then the Commander proves the same, so that a guess can't be tested without being counted. The certificate is made inside
    /// the command, so that two completions of one session can't both get one.
    /// </summary>
    /// <exception cref="CryptographicException">The request is not a valid PKCS#10 request.</exception>
    public (
        CommanderAnswer Answer, X509Certificate2? Certificate, byte[]? Proof) CompletePairing(string sessionId, byte[] pkcs10, byte[] proof)
    {
        X509Certificate2? certificate = null;
        byte[]? answer = null;
        var events = core.Execute(state =>
        {
            if (state.Session is not { } session || session.Id != sessionId)
            {
                return new CompletePairing(sessionId, ProofRight: false, "", default);
            }

            var notAfter = NotAfter();
            certificate = authority.IssueClient(pkcs10, session.Workstation, Now, notAfter);
            var confirmations = shared is var (exchange, share) && exchange.Session == sessionId ? exchange.Confirm(share, pkcs10) : null;
            answer = confirmations?.OfB;
            var right = confirmations is not null && PairingExchange.IsRight(confirmations.OfA, proof);
            return new CompletePairing(sessionId, right, CertificateAuthority.ThumbprintOf(certificate), notAfter);
        });
        var paired = events.OfType<WorkstationPaired>().Any();
        return (new(events), paired ? certificate : null, paired ? answer : null);
    }

    /// <summary>A paired workstation's renewal.</summary>
    /// <exception cref="CryptographicException">The request is not a valid PKCS#10 request.</exception>
    public (CommanderAnswer Answer, X509Certificate2 Certificate) Renew(string workstation, string thumbprint, byte[] pkcs10)
    {
        var notAfter = NotAfter();
        var certificate = authority.IssueClient(pkcs10, workstation, Now, notAfter);
        return (Do(new RenewCertificate(workstation, thumbprint, CertificateAuthority.ThumbprintOf(certificate), notAfter)), certificate);
    }

    /// <summary>
    /// Whether this Commander issued a client certificate, and it is valid now. Whether it is still trusted, the core says.
    /// </summary>
    public bool Vouches(X509Certificate2 certificate) => authority.Vouches(certificate, Now);

    /// <summary>Why this certificate carries no link; null when it does.</summary>
    public Refusal? WhyNoLink(string workstation, string thumbprint) => Trust.WhyNot(State, workstation, thumbprint, Now);

    /// <summary>Empties a Commander's disk: it is replaced, or its software re-loaded. It must be without power.</summary>
    public static void Forget(string id, ILabStore store) => store.Save((Key(id, "authority"), null), (Key(id, "memory"), null));

    /// <inheritdoc />
    public void Dispose() => core.Dispose();

    private byte[] Fingerprint => ServerCertificate.GetCertHash(HashAlgorithmName.SHA256);

    /// <summary>X.509 knows whole seconds only; rounding down keeps "at most one year" true.</summary>
    private DateTimeOffset NotAfter()
    {
        var end = Now + Settings.CertificateLifetime;
        return end.AddTicks(-(end.Ticks % TimeSpan.TicksPerSecond));
    }

    private AggregateRules<CommanderState, ICommanderCommand, ICommanderEvent> Rules() => new(
        (state, command, now) => CommanderCore.Decide(state, command, now, Settings),
        CommanderCore.Apply,
        state => CommanderCore.NextDue(state, Settings),
        new PassTime(),
        Keep);

    private void Keep(CommanderState before, CommanderState after)
    {
        var memory = CommanderMemory.Of(after);
        if (memory != CommanderMemory.Of(before))
        {
            store.Save((Key("memory"), JsonSerializer.Serialize(memory, LabJson.Options)));
        }
    }

    private CommanderState LoadState(string softwareBase) =>
        store.Read(Key("memory")) is { } json
            ? JsonSerializer.Deserialize<CommanderMemory>(json, LabJson.Options)!.ToState()
            : CommanderState.New with { Base = softwareBase };

    private CertificateAuthority LoadAuthority()
    {
        if (store.Read(Key("authority")) is { } pem)
        {
            return CertificateAuthority.FromPem(pem);
        }

        var made = CertificateAuthority.Create(Id, clock.GetUtcNow());
        store.Save((Key("authority"), made.ToPem()));
        return made;
    }

    private string Key(string what) => Key(Id, what);

    private static string Key(string id, string what) => $"commander/{id}/{what}";

    private sealed record SharesExchanged(PairingExchange Exchange, byte[] Share);
}

/// <summary>What a Commander answers to a command.</summary>
/// <param name="Events">All that happened, a refusal among it.</param>
public sealed record CommanderAnswer(IReadOnlyList<ICommanderEvent> Events)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public Refusal? Refusal => Events.OfType<Refused>().FirstOrDefault()?.Reason;

    /// <summary>The event of a type; there must be exactly one.</summary>
    public T The<T>()
        where T : ICommanderEvent => Events.OfType<T>().Single();
}
