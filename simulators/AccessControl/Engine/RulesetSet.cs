using System.Numerics;

namespace PairingLab.AccessControl.Engine;

/// <summary>The rulesets that are in both sets, by their index.</summary>
internal readonly ref struct RulesetSet(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
{
    private readonly ReadOnlySpan<ulong> one = one;
    private readonly ReadOnlySpan<ulong> other = other;

    public Enumerator GetEnumerator() => new(one, other);

    internal ref struct Enumerator(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        private readonly ReadOnlySpan<ulong> one = one;
        private readonly ReadOnlySpan<ulong> other = other;
        private int word = -1;
        private ulong left;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++word >= one.Length)
                {
                    return false;
                }

                left = one[word] & other[word];
            }

            Current = (word * 64) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
