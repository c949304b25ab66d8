namespace PairingLab.SmartConnect.Core;

/// <summary>Something that happened at the SmartConnect server.</summary>
public interface ISmartConnectEvent;
