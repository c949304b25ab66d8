namespace PairingLab.Kernel.Serial;

/// <summary>Something that is wrong between a display and its reader. The cable calls it for one sentence after the other.</summary>
public interface ISerialFault
{
    /// <summary>Damages a sentence, line end counted, in place; an empty list is a sentence that is lost.</summary>
    void Happen(List<byte> sentence);
}
