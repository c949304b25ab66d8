using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Core;

/// <summary>A state for every combination of what a Commander can be in the midst of.</summary>
internal static class States
{
    public static readonly CommanderSettings Settings = new();

    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly PairingService?[] Services =
    [
        null, new(After(5), After(10)), new(After(-1), After(4)), new(After(1), After(10), WrongOtps: 2)
    ];

    private static readonly PairingSession?[] Sessions =
    [
        null,
        new("s1", "pos-1", "A1C2d3", After(1), After(3)),
        new("s1", "pos-1", "A1C2d3", After(1), After(3), Retrieved: true),
        new("s1", "pos-1", "A1C2d3", After(-3), After(-1), Retrieved: true),
    ];

    private static readonly SiteOtp?[] SiteOtps = [null, new("0815", After(-1), After(4)), new("0815", After(-6), After(-1))];

    private static readonly SignIn?[] SignIns =
    [
        null,
        new("me", "cashier", MayUseSiteSecurity: false, Now, SiteSecurityOpen: false),
        new("me", "manager", MayUseSiteSecurity: true, Now, SiteSecurityOpen: false),
        new("me", "manager", MayUseSiteSecurity: true, Now, SiteSecurityOpen: true),
    ];

    private static readonly PairedWorkstation?[] Paired =
    [
        null,
        new("pos-1", "AA", Now, Now.AddDays(300)),
        new("pos-1", "AA", Now, Now.AddDays(13)),
        new("pos-1", "AA", Now, After(-1)),
    ];

    private static readonly (WrongTries Site, WrongTries User)[] Locks =
    [
        (WrongTries.None, WrongTries.None),
        (new(2, null), new(4, null)),
        (new(0, After(5)), new(0, After(5))),
    ];

    public static IEnumerable<CommanderState> All =>
        from service in Services
        from session in Sessions
        from otp in SiteOtps
        from signIn in SignIns
        from paired in Paired
        from locks in Locks
        select Make(service, session, otp, signIn, paired, locks);

    private static CommanderState Make(
        PairingService? service, PairingSession? session, SiteOtp? otp, SignIn? signIn, PairedWorkstation? paired,
        (WrongTries Site, WrongTries User) locks)
    {
        var empty = CommanderState.New;
        return empty with
        {
            Service = service,
            Session = session,
            SiteOtp = otp,
            SignIns = signIn is null ? empty.SignIns : empty.SignIns.Add(signIn.Id, signIn),
            Paired = paired is null ? empty.Paired : empty.Paired.Add(paired.Workstation, paired),
            Users = empty.Users.Add("barred", new(SiteSecurity: true, DisallowLogin: true)),
            Base = locks.Site.Count == 0 ? empty.Base : SoftwareBase.FirstWithOtpByMail,
            Mail = empty.Mail.Add("manager", new("manager@site.example", SendOtp: true)),
            Passwords = empty.Passwords.Add("stale", new(MustChange: true)),
            WrongSiteOtps = locks.Site,
            WrongPasswords = empty.WrongPasswords.Add("manager", locks.User),
        };
    }

    private static DateTimeOffset After(double minutes) => Now.AddMinutes(minutes);
}
