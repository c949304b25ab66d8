using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin;

/// <summary>What the rooms of the panel work with.</summary>
internal sealed record AdminParts(MacsServices Macs, IMacsDatabase Database, LabClock Clock, AccessControlSettings Settings, Accounts Accounts, Branding Branding);
