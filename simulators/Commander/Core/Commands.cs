namespace PairingLab.Commander.Core;

/// <summary>Something that a Commander is asked to do. Codes and ids are chosen outside, so that the core stays pure.</summary>
public interface ICommanderCommand;

/// <summary>A user signs in at a Configuration Client.</summary>
public sealed record SignInUser(string SignInId, string User, bool PasswordRight, bool MayUseSiteSecurity) : ICommanderCommand;

/// <summary>A user signs out.</summary>
public sealed record SignOutUser(string SignInId) : ICommanderCommand;

/// <summary>Security > Manage Users: the access of a user is changed.</summary>
public sealed record ChangeUser(string SignInId, string User, bool IsKnown, UserAccess Access) : ICommanderCommand;

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
