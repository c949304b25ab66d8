using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Core;

/// <summary>Both edges of every timer of protocols/commander.md, to the tick (100 ns).</summary>
public sealed class TimerEdgeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly RenewCertificate Renew = new("pos-1", "AA", "CC", States.Now.AddDays(700));

    private static readonly Dictionary<string, Edge> Edges = new(StringComparer.Ordinal)
    {
        ["Site Security OTP, from [Generate OTP]"] = new(
            () => new Story().At("1:00", new GenerateSiteOtp("me", "0815")), new EnterSiteOtp("me", "0815"), Minutes(1 + 5), null,
            Refusal.NoSiteOtp),
        ["Pairing Service started, to [Pair POS]"] = new(
            Story.WithService, Story.Begin("s1"), Minutes(10), null, Refusal.ServiceNotRunning),
        ["[Pair POS] to [Retrieve Pairing OTP]"] = new(
            () => Story.WithService().At("2:00", Story.Begin("s1")), new RetrievePairingOtp("me"), Minutes(2 + 1), null,
            Refusal.NothingToRetrieve),
        ["[Pair POS] to [Retrieve Pairing OTP] once more"] = new(
            () => Story.WithService().At("2:00", Story.Begin("s1")).At("2:10", new RetrievePairingOtp("me")), new RetrievePairingOtp("me"),
            Minutes(2 + 1), null, Refusal.NothingToRetrieve),
        ["[Pair POS] to [OK] on the keypad"] = new(
            () => Story.WithService().At("2:00", Story.Begin("s1")).At("2:10", new RetrievePairingOtp("me")),
            new CompletePairing("s1", ProofRight: true, "AA", States.Now.AddDays(365)), Minutes(2 + 3), null, Refusal.SessionOver),
        ["a pairing that took too long, to [Pair POS] again"] = new(
            () => Story.WithService().At("9:00", Story.Begin("s1")).At("9:10", new RetrievePairingOtp("me")), Story.Begin("s2"),
            Minutes(9 + 3 + 2), null, Refusal.ServiceNotRunning),
        ["a wrong OTP, to [Pair POS] again"] = new(
            () =>
                Story.WithService().At("9:59", Story.Begin("s1"))
                    .At("10:30", new CompletePairing("s1", ProofRight: false, "AA", States.Now)),
            Story.Begin("s2"), TimeSpan.FromMinutes(12.5), null, Refusal.ServiceNotRunning),
        ["the very last [Pair POS] of a workstation that begins again and again"] = new(
            () => Story.WithService().At("9:59", Story.Begin("s1")).At("12:58", Story.Begin("s2")).At("14:30", Story.Begin("s3")),
            Story.Begin("s4"), Minutes(15), null, Refusal.ServiceNotRunning),
        ["another workstation, until the pairing under way is over"] = new(
            () => Story.WithService().At("5:00", Story.Begin("s1")).At("5:10", new RetrievePairingOtp("me")), Story.Begin("s2", "pos-2"),
            Minutes(5 + 3), Refusal.AnotherIsPairing, null),
        ["another workstation, until an OTP that nobody retrieved is gone"] = new(
            () => Story.WithService().At("5:00", Story.Begin("s1")), Story.Begin("s2", "pos-2"), Minutes(5 + 1), Refusal.AnotherIsPairing,
            null),
        ["Site Security locked by wrong OTPs"] = new(
            () => WrongOtps(3), new GenerateSiteOtp("me", "4711"), Minutes(1 + 15), Refusal.SiteSecurityLocked, null),
        ["a user locked by wrong passwords"] = new(
            () => WrongPasswords(5), new SignInUser("again", "manager", PasswordRight: true, MayUseSiteSecurity: true), Minutes(1 + 15),
            Refusal.UserLocked, null),
        ["a password that expires, counted from the password settings"] = new(
            () => Story.WithService().At("2:00", new ChangePasswordSettings("me", new(7, 30, DaysToExpire: 30, default))),
            new SignInUser("again", "manager", PasswordRight: true, MayUseSiteSecurity: true), Minutes(2) + (30 * Day), null,
            Refusal.PasswordExpired),
        ["a password that was changed, and expires from then on"] = new(
            () => Story.WithService().At("2:00", new ChangePasswordSettings("me", new(7, 30, DaysToExpire: 30, default)))
                .At("9:00", new ChangePassword(new("x", "manager", PasswordRight: true, MayUseSiteSecurity: true), 8, false, "hash")),
            new SignInUser("again", "manager", PasswordRight: true, MayUseSiteSecurity: true), Minutes(9) + (30 * Day), null,
            Refusal.PasswordExpired),
        ["a Configuration Client that is left alone"] = new(
            () => new Story(new()).At("1:00", new GenerateSiteOtp("me", "0815")), new GenerateSiteOtp("me", "4711"), Minutes(1 + 15), null,
            Refusal.NotSignedIn),
        ["a certificate's renewal falls due two weeks before its end"] = new(
            () => Story.WithPaired(days: 365), Renew, (365 - 14) * Day, Refusal.NotYetDue, null),
        ["a certificate's end"] = new(
            () => Story.WithPaired(days: 365), Renew, 365 * Day, null, Refusal.CertificateExpired),
        ["an OTP asked for at a register, up to its certificate's end"] = new(
            () => Story.WithPaired(days: 365), new GenerateSiteOtpAtRegister("pos-1", "AA", "4711"), 365 * Day, null,
            Refusal.CertificateExpired),
    };

    public static TheoryData<string> Timers => [.. Edges.Keys];

    [Theory]
    [MemberData(nameof(Timers))]
    public void One_tick_before(string timer)
    {
        var edge = Edges[timer];
        edge.Given().Try(edge.Limit - TimeSpan.FromTicks(1), edge.Then).ShouldBe(edge.Before);
    }

    [Theory]
    [MemberData(nameof(Timers))]
    public void At_the_limit(string timer)
    {
        var edge = Edges[timer];
        edge.Given().Try(edge.Limit, edge.Then).ShouldBe(edge.AtLimit);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static Story WrongOtps(int times)
    {
        var story = new Story().At("1:00", new GenerateSiteOtp("me", "0815"));
        for (var i = 0; i < times; i++)
        {
            story.At("1:00", new EnterSiteOtp("me", "9999"));
        }

        return story;
    }

    private static Story WrongPasswords(int times)
    {
        var story = new Story();
        for (var i = 0; i < times; i++)
        {
            story.At("1:00", new SignInUser("again", "manager", PasswordRight: false, MayUseSiteSecurity: true));
        }

        return story;
    }

    /// <summary>
    /// A timer: what was before it began to run, what is tried at its end, and why that is refused just before and just then.
    /// </summary>
    private sealed record Edge(Func<Story> Given, ICommanderCommand Then, TimeSpan Limit, Refusal? Before, Refusal? AtLimit);
}
