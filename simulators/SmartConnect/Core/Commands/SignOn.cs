namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device was switched on; its session is what it proves itself with from now on.</summary>
public sealed record SignOn(string Device, string Serial, string Session) : ISmartConnectCommand;
