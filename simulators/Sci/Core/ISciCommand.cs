namespace PairingLab.Sci.Core;

/// <summary>Something that is asked of SCI.</summary>
public interface ISciCommand;
