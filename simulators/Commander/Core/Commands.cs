namespace PairingLab.Commander.Core;

/// <summary>Something that a Commander is asked to do. Codes and ids are chosen outside, so that the core stays pure.</summary>
public interface ICommanderCommand;

/// <summary>A user signs in at a Configuration Client.</summary>
public sealed record SignInUser(string SignInId, string User, bool PasswordRight, bool MayUseSiteSecurity) : ICommanderCommand;

/// <summary>A user signs out.</summary>
public sealed record SignOutUser(string SignInId) : ICommanderCommand;

/// <summary>Security > Manage Users: the access of a user is changed.</summary>
public sealed record ChangeUser(string SignInId, string User, bool IsKnown, UserAccess Access) : ICommanderCommand;

/// <summary>Security > Manage Users: the password settings.</summary>
public sealed record ChangePasswordSettings(string SignInId, PasswordSettings Settings) : ICommanderCommand;

/// <summary>Security > Manage Users: a user must choose another password at the next sign-in.</summary>
public sealed record ForcePasswordChange(string SignInId, string User, bool IsKnown) : ICommanderCommand;

/// <summary>A user chooses another password, and is signed in with it.</summary>
/// <param name="SignIn">The sign-in with the old password.</param>
/// <param name="NewLength">How many characters the new one has.</param>
/// <param name="IsTheSame">Whether it is the old one.</param>
/// <param name="NewHash">What is kept of it.</param>
public sealed record ChangePassword(SignInUser SignIn, int NewLength, bool IsTheSame, string NewHash) : ICommanderCommand;

/// <summary>Security > Manage Users: where a user's OTP goes by e-mail.</summary>
public sealed record ChangeUserMail(string SignInId, string User, bool IsKnown, UserMail Mail) : ICommanderCommand;

/// <summary>What came of an OTP that was to go by e-mail.</summary>
/// <param name="Address">To whom.</param>
/// <param name="WhyNot">Why it was not sent; null when it was.</param>
public sealed record NoteOtpMail(string Address, string? WhyNot) : ICommanderCommand;

/// <summary>[Generate OTP] in the One-Time Password dialog.</summary>
public sealed record GenerateSiteOtp(string SignInId, string Code) : ICommanderCommand;

/// <summary>Maintenance Menu, option 10, at a paired register.</summary>
public sealed record GenerateSiteOtpAtRegister(string Workstation, string Thumbprint, string Code) : ICommanderCommand;

/// <summary>The four digits are entered in the One-Time Password dialog and confirmed with [Ok].</summary>
public sealed record EnterSiteOtp(string SignInId, string Code) : ICommanderCommand;

/// <summary>[Start Pairing Service].</summary>
public sealed record StartPairingService(string SignInId) : ICommanderCommand;

/// <summary>[Pair POS] at a workstation.</summary>
public sealed record BeginPairing(string SessionId, string Workstation, bool IsVerifone, string Otp) : ICommanderCommand;

/// <summary>[Retrieve Pairing OTP].</summary>
public sealed record RetrievePairingOtp(string SignInId) : ICommanderCommand;

/// <summary>[OK] on the Pairing keypad: the workstation proved, or failed to prove, that it knows the OTP.</summary>
public sealed record CompletePairing(string SessionId, bool ProofRight, string Thumbprint, DateTimeOffset NotAfter) : ICommanderCommand;

/// <summary>The workstation cancels its session.</summary>
public sealed record CancelPairing(string SessionId) : ICommanderCommand;

/// <summary>[Yes] to Revoke All Trust.</summary>
public sealed record RevokeAllTrust(string SignInId) : ICommanderCommand;

/// <summary>A workstation asks over its link for a new certificate.</summary>
public sealed record RenewCertificate(string Workstation, string Thumbprint, string NewThumbprint, DateTimeOffset NotAfter)
    : ICommanderCommand;

/// <summary>The site operator starts the Auto Upgrade.</summary>
public sealed record AutoUpgrade(string SignInId, string Base) : ICommanderCommand;

/// <summary>Applies what is due by now, and nothing else.</summary>
public sealed record PassTime : ICommanderCommand;
