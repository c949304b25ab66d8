using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Core;

/// <summary>Samples of every command a Commander takes, right and wrong ones.</summary>
internal static class CommandSamples
{
    public static IReadOnlyList<ICommanderCommand> All { get; } =
    [
        new SignInUser("new", "manager", PasswordRight: true, MayUseSiteSecurity: true),
        new SignInUser("new", "manager", PasswordRight: false, MayUseSiteSecurity: true),
        new SignOutUser("me"),
        new GenerateSiteOtp("me", "4711"),
        new GenerateSiteOtpAtRegister("pos-1", "AA", "4711"),
        new EnterSiteOtp("me", "0815"),
        new EnterSiteOtp("me", "9999"),
        new StartPairingService("me"),
        new RetrievePairingOtp("me"),
        new RevokeAllTrust("me"),
        new BeginPairing("s2", "pos-1", IsVerifone: true, "A1C2d3"),
        new BeginPairing("s2", "pos-2", IsVerifone: true, "A1C2d3"),
        new BeginPairing("s2", "pos-2", IsVerifone: false, "A1C2d3"),
        new CompletePairing("s1", ProofRight: true, "BB", States.Now.AddDays(365)),
        new CompletePairing("s1", ProofRight: false, "BB", States.Now.AddDays(365)),
        new CancelPairing("s1"),
        new ChangeUser("me", "cashier", IsKnown: true, new(SiteSecurity: true, DisallowLogin: false)),
        new ChangeUser("me", "manager", IsKnown: true, new(SiteSecurity: true, DisallowLogin: true)),
        new ChangeUser("me", "nobody", IsKnown: false, new(SiteSecurity: true, DisallowLogin: false)),
        new ChangePasswordSettings("me", new(8, 12, DaysToExpire: 90, default)),
        new ChangePasswordSettings("me", new(6, 30, DaysToExpire: 0, default)),
        new ForcePasswordChange("me", "cashier", IsKnown: true),
        new ForcePasswordChange("me", "nobody", IsKnown: false),
        new ChangePassword(new("new", "stale", PasswordRight: true, MayUseSiteSecurity: true), 8, IsTheSame: false, "hash"),
        new ChangePassword(new("new", "stale", PasswordRight: true, MayUseSiteSecurity: true), 8, IsTheSame: true, "hash"),
        new ChangePassword(new("new", "stale", PasswordRight: true, MayUseSiteSecurity: true), 31, IsTheSame: false, "hash"),
        new ChangePassword(new("new", "manager", PasswordRight: false, MayUseSiteSecurity: true), 8, IsTheSame: false, "hash"),
        new SignInUser("new", "stale", PasswordRight: true, MayUseSiteSecurity: true),
        new ChangeUserMail("me", "cashier", IsKnown: true, new("cashier@site.example", SendOtp: true)),
        new ChangeUserMail("me", "nobody", IsKnown: false, new("nobody@site.example", SendOtp: true)),
        new NoteOtpMail("manager@site.example", WhyNot: null),
        new NoteOtpMail("manager@site.example", "It is full."),
        new SignInUser("other", "barred", PasswordRight: true, MayUseSiteSecurity: true),
        new AutoUpgrade("me", "53.35"),
        new AutoUpgrade("me", "53.29"),
        new RenewCertificate("pos-1", "AA", "CC", States.Now.AddDays(365)),
        new PassTime(),
    ];
}
