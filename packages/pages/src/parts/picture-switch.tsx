interface PictureSwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** Pictures lie at the shop, which would hear of whoever looks: they are loaded only when somebody asks. */
export function PictureSwitch({ isOn, onSwitch }: PictureSwitchProps) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => {
          onSwitch(currentTarget.checked);
        }}
      />{' '}
      Load pictures from the shop
    </label>
  );
}
