namespace PairingLab.SmartConnect.Core;

/// <summary>Something that is asked of the SmartConnect server.</summary>
public interface ISmartConnectCommand;
